package org.jlvm.cli.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.ondisk.PvHeader;
import org.jlvm.core.ondisk.PvHeaderExtension;
import org.jlvm.core.segtype.LvRelations;

/** Locks a group, reads it, and checks that the command may do what it wants. */
public final class VgReader {
  private final CommandSession session;
  private final Messages messages;
  private final Set<LvmId> warned = new HashSet<>();

  public VgReader(CommandSession session) {
    this.session = session;
    messages = session.session().environment().messages();
  }

  /** A group that is locked until closed. */
  public record Opened(VgState state, Locks.Lock lock) implements AutoCloseable {
    @Override
    public void close() {
      lock.close();
    }
  }

  /** Why a group cannot be used: one or more error lines, already said or to be said. */
  public sealed interface Refusal {
    /** It is not there. */
    record NotFound(String text) implements Refusal {}

    /** It is there but not for this command; skipped silently unless it was named. */
    record NotForUs(Reason reason, String text) implements Refusal {}

    /** It is there but not in order. */
    record NotInOrder(String text) implements Refusal {}
  }

  /** Why a group that is in order is not for this command. */
  public enum Reason {
    EXPORTED,
    FOREIGN,
    SHARED,
    AMBIGUOUS
  }

  /** Either an opened group or a refusal. */
  public record Result(Optional<Opened> opened, Optional<Refusal> refusal) {
    static Result of(Refusal refusal) {
      return new Result(Optional.empty(), Optional.of(refusal));
    }
  }

  /** Opens the one group of a name. */
  public Result open(String name, VgAccess access) {
    if (!VgName.isValid(name)) {
      return Result.of(
          new Refusal.NotFound("Volume group name \"" + name + "\" has invalid characters."));
    }
    Locks.Lock lock;
    try {
      lock = lock(new VgName(name), access);
    } catch (FailedException e) {
      return Result.of(new Refusal.NotInOrder(e.getMessage()));
    }
    boolean scannedBefore = session.session().isScanned();
    List<VgCatalog.VgIdentity> named = session.session().catalog().named(new VgName(name));
    session.log().about(name, named.isEmpty() ? Optional.empty() : Optional.of(named.get(0).id()));
    if (named.size() > 1) {
      List<VgCatalog.VgIdentity> own = own(new VgName(name));
      if (own.size() != 1) {
        lock.close();
        messages.error("Multiple VGs found with the same name: skipping " + name);
        return Result.of(new Refusal.NotForUs(Reason.AMBIGUOUS, wayOut()));
      }
      return read(lock, access, scannedBefore, () -> session.session().catalog().state(own.get(0)));
    }
    return read(
        lock, access, scannedBefore, () -> Optional.of(session.session().vg(new VgName(name))));
  }

  /** Whether more than one group that is not foreign has a name, which then means none of them. */
  boolean isAmbiguous(VgName name) {
    return session.session().catalog().named(name).size() > 1 && own(name).size() != 1;
  }

  /** How to name one of several groups of the same name. */
  String wayOut() {
    return session.command().table().allOptions().contains(Opt.SELECT)
        ? "Use --select vg_uuid=<uuid> in place of the VG name."
        : "Use VG uuid in place of the VG name.";
  }

  private List<VgCatalog.VgIdentity> own(VgName name) {
    List<VgCatalog.VgIdentity> own = new ArrayList<>(1);
    for (VgCatalog.VgIdentity identity : session.session().catalog().named(name)) {
      if (!isForeign(session.session().catalog().systemId(identity))) {
        own.add(identity);
      }
    }
    return own;
  }

  /** Opens a group that a scan has found. */
  public Result open(VgCatalog.VgIdentity identity, VgAccess access) {
    session.log().about(identity.name().value(), Optional.of(identity.id()));
    Locks.Lock lock;
    try {
      lock = lock(identity.name(), access);
    } catch (FailedException e) {
      return Result.of(new Refusal.NotInOrder(e.getMessage()));
    }
    boolean scannedBefore = session.session().isScanned();
    return read(lock, access, scannedBefore, () -> session.session().catalog().state(identity));
  }

  /**
   * Opens a group or fails with lvm2's messages, for commands that work on exactly one.
   *
   * @throws FailedException if it cannot be used
   */
  public Opened require(String name, VgAccess access) {
    session.log().enter("vg");
    EachVg.tellUnknown(session.session(), Set.of(name));
    return require(open(name, access), name);
  }

  /** As the other, for a group that a scan has found. */
  public Opened require(VgCatalog.VgIdentity identity, VgAccess access) {
    session.log().enter("vg");
    return require(open(identity, access), identity.name().value());
  }

  private Opened require(Result result, String name) {
    if (result.opened().isPresent()) {
      return result.opened().get();
    }
    Refusal refusal = result.refusal().orElseThrow();
    if (refusal instanceof Refusal.NotForUs notForUs) {
      throw new FailedException(notForUs.text());
    }
    messages.error(text(refusal));
    throw new FailedException("Cannot process volume group " + name);
  }

  /** Whether whoever has no system id was told already. */
  public static boolean isTold(Refusal refusal) {
    return refusal instanceof Refusal.NotForUs notForUs && notForUs.reason() == Reason.FOREIGN;
  }

  /** What is said, on request, of a group that is passed over. */
  static String skipping(Refusal.NotForUs refusal, String name) {
    String kind =
        switch (refusal.reason()) {
          case EXPORTED -> "exported ";
          case FOREIGN -> "foreign ";
          case SHARED, AMBIGUOUS -> "";
        };
    return "Skipping " + kind + "volume group " + name;
  }

  /** What the user is told of it. */
  public static String text(Refusal refusal) {
    if (refusal instanceof Refusal.NotFound notFound) {
      return notFound.text();
    }
    return refusal instanceof Refusal.NotForUs notForUs
        ? notForUs.text()
        : ((Refusal.NotInOrder) refusal).text();
  }

  private Locks.Lock lock(VgName name, VgAccess access) {
    Locks locks = session.session().locks();
    if (access.activate() && !access.update()) {
      return locks.lockVgForActivation(name);
    }
    return locks.lockVg(name, access.exclusive() ? LockMode.EXCLUSIVE : LockMode.SHARED);
  }

  @FunctionalInterface
  private interface Finder {
    Optional<VgState> find();
  }

  private Result read(Locks.Lock lock, VgAccess access, boolean scannedBefore, Finder finder) {
    boolean kept = false;
    try {
      Optional<VgState> state = finder.find();
      if (state.isPresent() && scannedBefore) {
        state = session.session().reread(state.get().vg());
      }
      if (state.isEmpty()) {
        return Result.of(new Refusal.NotFound("Volume group not found"));
      }
      session.session().tellAgain(state.get());
      Optional<Refusal> refusal = check(state.get(), access);
      if (refusal.isPresent()) {
        return Result.of(refusal.get());
      }
      session.session().opened(state.get().vg().id());
      if (access.update()) {
        // lvm2 reads the group once more then, for taking changes back.
        warnOfLostDevices(state.get(), access);
        session.session().tellMissing(state.get());
      }
      kept = true;
      return new Result(
          Optional.of(new Opened(state.get().trustingUnused(), lock)), Optional.empty());
    } catch (FailedException e) {
      return Result.of(new Refusal.NotFound(e.getMessage()));
    } catch (FormatException e) {
      return Result.of(new Refusal.NotInOrder(e.getMessage()));
    } finally {
      if (!kept) {
        lock.close();
      }
    }
  }

  /**
   * Says what is odd about a group that was found in another way, and whether it may be used.
   *
   * @return why not, which was told
   */
  public Optional<Refusal> judge(VgState state, VgAccess access) {
    Optional<Refusal> refusal = check(state, access);
    boolean told = refusal.isPresent() && isTold(refusal.get());
    if (refusal.isPresent() && !(told && localSystemId().isEmpty())) {
      messages.error(text(refusal.get()));
    }
    return refusal;
  }

  private Optional<String> localSystemId() {
    return session.session().environment().host().systemId();
  }

  private Optional<Refusal> check(VgState state, VgAccess access) {
    if (warned.add(state.vg().id())) {
      warnOfMissing(state, access);
      if (SmallDevices.warn(session, state)) {
        messages.warn(
            "WARNING: One or more devices used as PVs in VG "
                + state.vg().name()
                + " have changed sizes.");
      }
    }
    return lockType(state)
        .or(() -> systemId(state, access))
        .or(() -> exported(state, access))
        .or(() -> writable(state.trustingUnused(), access));
  }

  private void warnOfLostDevices(VgState state, VgAccess access) {
    boolean told = !isKnownForeign(state) && !allowsForeign(access);
    for (PhysicalVolume pv : state.vg().pvs()) {
      if (state.device(pv.id()).isEmpty()) {
        if (told && !state.isElsewhere(pv)) {
          messages.warn("WARNING: Couldn't find device with uuid " + pv.id() + '.');
        }
      } else if (pv.isMarkedMissing()) {
        messages.warn(
            "WARNING: VG "
                + state.vg().name()
                + " was previously updated while PV "
                + state.pvName(pv)
                + " was missing.");
      }
    }
  }

  private void warnOfMissing(VgState state, VgAccess access) {
    warnOfLostDevices(state, access);
    if (!isKnownForeign(state)) {
      warnOfHeaders(state);
    }
    boolean quiet = isKnownForeign(state) && !allowsForeign(access);
    String shown = unambiguous(state.vg());
    for (PhysicalVolume pv : state.vg().pvs()) {
      if (state.device(pv.id()).isEmpty()) {
        if (!quiet) {
          String last =
              pv.deviceHint().isEmpty() ? "" : " (last written to " + pv.deviceHint() + ')';
          messages.warn("WARNING: VG " + shown + " is missing PV " + pv.id() + last + '.');
        }
      } else if (pv.isMarkedMissing()) {
        messages.warn(
            "WARNING: VG "
                + state.vg().name()
                + (state.isBackUnused(pv) ? " has unused reappeared PV " : " was missing PV ")
                + state.pvName(pv)
                + ' '
                + pv.id()
                + '.');
      }
    }
  }

  /** The name of a group, or its id if others have that name. */
  private String unambiguous(VolumeGroup vg) {
    boolean ambiguous =
        session.session().isScanned() && session.session().catalog().named(vg.name()).size() > 1;
    return ambiguous ? vg.id().value() : vg.name().value();
  }

  private void warnOfHeaders(VgState state) {
    for (PhysicalVolume pv : state.vg().pvs()) {
      if (state.isMissing(pv) || state.isElsewhere(pv)) {
        continue;
      }
      PvHeader header = state.device(pv.id()).orElseThrow().label().pv();
      boolean old =
          header.extension().isEmpty()
              || Integer.compareUnsigned(
                      header.extension().get().version(), PvHeaderExtension.VERSION)
                  < 0;
      String where = "WARNING: PV " + state.pvName(pv) + " in VG " + state.vg().name();
      if (old) {
        messages.warn(where + " is using an old PV header, modify the VG to update.");
      } else if (!header.extension().get().isUsed()) {
        messages.warn(where + " is missing the used flag in PV header.");
      }
    }
  }

  private static Optional<Refusal> lockType(VgState state) {
    String type = state.vg().lockType().orElse("none");
    if (type.equals("none") || type.isEmpty()) {
      return state.vg().flags().has(Flag.CLUSTERED)
          ? Optional.of(
              new Refusal.NotForUs(
                  Reason.SHARED, "Cannot access clustered VG " + state.vg().name() + '.'))
          : Optional.empty();
    }
    return Optional.of(
        new Refusal.NotForUs(
            Reason.SHARED,
            "Cannot access VG "
                + state.vg().name()
                + " with lock type "
                + type
                + " that requires lvmlockd."));
  }

  /** Who has no id of his own cannot know whose groups are foreign, and cares for all. */
  private boolean isKnownForeign(VgState state) {
    return isForeign(state) && localSystemId().isPresent();
  }

  private boolean isForeign(VgState state) {
    return isForeign(state.vg().systemId());
  }

  private boolean isForeign(Optional<String> owner) {
    Optional<String> local = localSystemId();
    if (owner.isEmpty() || owner.equals(local)) {
      return false;
    }
    // The ids of other hosts count only for a host that has an id itself.
    return local.isEmpty() || !extraIds().contains(owner.get());
  }

  private Set<String> extraIds() {
    return session
        .settings()
        .config()
        .findStrings("local/extra_system_ids")
        .<Set<String>>map(HashSet::new)
        .orElseGet(Set::of);
  }

  /** {@code --foreign} holds for all commands that have it. */
  private boolean allowsForeign(VgAccess access) {
    return access.allowForeign() || session.command().has(Opt.FOREIGN);
  }

  private boolean hasActive(VgState state) {
    Activation activation = session.session().activation();
    if (!activation.isAvailable()) {
      return false;
    }
    LvRelations relations = LvRelations.of(state.vg());
    for (LogicalVolume lv : state.vg().lvs()) {
      if (relations.isVisible(lv) && activation.isActive(state, lv)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Refusal> systemId(VgState state, VgAccess access) {
    if (!isForeign(state) || allowsForeign(access)) {
      return Optional.empty();
    }
    if (hasActive(state)) {
      messages.warn(
          "WARNING: Found LVs active in VG "
              + state.vg().name()
              + " with foreign system ID "
              + state.vg().systemId().orElse("")
              + ".  Possible data corruption.");
      // They can be looked at and deactivated.
      if (!access.update()) {
        return Optional.empty();
      }
    }
    String local =
        localSystemId().map(id -> "local system ID " + id).orElse("unknown local system ID");
    String text =
        "Cannot access VG "
            + state.vg().name()
            + " with system ID "
            + state.vg().systemId().orElse("")
            + " with "
            + local
            + '.';
    if (localSystemId().isEmpty()) {
      // Without an id of its own lvm2 says so whenever it meets such a group.
      messages.error(text);
    }
    return Optional.of(new Refusal.NotForUs(Reason.FOREIGN, text));
  }

  private static Optional<Refusal> exported(VgState state, VgAccess access) {
    return state.vg().isExported() && !access.allowExported()
        ? Optional.of(
            new Refusal.NotForUs(
                Reason.EXPORTED, "Volume group " + state.vg().name() + " is exported"))
        : Optional.empty();
  }

  private Optional<Refusal> writable(VgState state, VgAccess access) {
    boolean readable =
        state.vg().flags().has(Flag.WRITE) || state.vg().flags().has(Flag.WRITE_LOCKED);
    if (access.update() && !readable) {
      return Optional.of(
          new Refusal.NotInOrder("Volume group " + state.vg().name() + " is read-only."));
    }
    if (access.exclusive() && state.hasPvsElsewhere()) {
      messages.error("Cannot use VG " + state.vg().name() + " referencing incorrect PVs.");
      return Optional.of(
          new Refusal.NotInOrder("(See vgreduce --removemissing with --devices options.)"));
    }
    if (access.update() && !access.handlesMissing() && state.hasMissingPvs()) {
      messages.error("Cannot change VG " + state.vg().name() + " while PVs are missing.");
      return Optional.of(
          new Refusal.NotInOrder("See vgreduce --removemissing and vgextend --restoremissing."));
    }
    return Optional.empty();
  }
}
