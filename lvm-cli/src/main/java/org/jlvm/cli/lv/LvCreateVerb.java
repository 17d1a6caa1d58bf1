package org.jlvm.cli.lv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.LvActivator;
import org.jlvm.cli.process.PvDevices;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VgReader;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.Amount;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.LvCreation;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.alloc.PvOperands;
import org.jlvm.core.alloc.Stripes;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.environment.IdSource;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.ReadAhead;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.model.Tag;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.lv.ActivationChoice;
import org.jlvm.core.plan.lv.LvCreatePlanner;
import org.jlvm.core.plan.lv.LvCreateRequest;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorType;
import org.jlvm.core.segtype.raid.RaidType;
import org.jlvm.core.segtype.snapshot.ChunkSize;
import org.jlvm.core.segtype.striped.StripedType;
import org.jlvm.core.segtype.virtual.VirtualType;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;

/** {@code lvcreate}: linear, striped, zero, error and RAID1 volumes, snapshots. */
public final class LvCreateVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      return new Creation(session, command).run();
    }
  }

  private static final class Creation {

    private final CommandSession commandSession;
    private final Session session;
    private final ParsedCommand command;
    private final Messages messages;
    private boolean zero;
    private boolean skippedZeroing;

    Creation(CommandSession commandSession, ParsedCommand command) {
      this.commandSession = commandSession;
      this.command = command;
      session = commandSession.session();
      messages = session.environment().messages();
    }

    /** What can be told of a request before its group is read, checked in lvm2's order. */
    int run() {
      Kind kind = kind();
      LvCreateRules.check(command, kind.name());
      LvCreateOperands names = new LvCreateOperands(VolumePaths.of(commandSession));
      List<String> operands = new ArrayList<>(command.operands());
      Optional<LvCreateOperands.NewName> named =
          command.string(Opt.NAME).map(name -> names.newName(name));
      Optional<String> fromName = named.flatMap(LvCreateOperands.NewName::vg);
      LvCreatePool pools = new LvCreatePool(command, VolumePaths.of(commandSession));
      boolean ofThin = pools.asksForSnapshot(kind.name());
      Optional<LvCreateOperands.NewName> origin =
          ofThin || kind.isSnapshot() && !command.has(Opt.VIRTUALSIZE)
              ? Optional.of(names.takeOrigin(operands, fromName))
              : Optional.empty();
      Optional<LvCreateOperands.NewName> pool =
          LvCreatePool.concerns(kind.name()) && !ofThin
              ? Optional.of(pools.take(operands, named, kind.name()))
              : Optional.empty();
      String poolName =
          pool.map(place -> LvCreatePool.nameOf(named, place, kind.name())).orElse("");
      String vgName =
          origin
              .or(() -> pool)
              .flatMap(LvCreateOperands.NewName::vg)
              .orElseGet(() -> names.takeVg(operands, fromName));
      requirePositive(
          Opt.CHUNKSIZE,
          Opt.EXTENTS,
          Opt.REGIONSIZE,
          Opt.SIZE,
          Opt.STRIPES,
          Opt.STRIPESIZE,
          Opt.VIRTUALSIZE);
      Amount amount = ofThin ? new Amount.Count(Sign.NONE, 0) : amount(kind);
      if (!ofThin) {
        pools.requireNamed(kind.name(), poolName);
      }
      Stripes stripes = kind.hasStripes() ? stripes(kind) : noStripes(kind);
      Optional<LvCreateRequest.Copies> copies = LvCopies.of(commandSession, kind.name(), stripes);
      if (kind.isSnapshot() && command.hasAny(Opt.SIZE, Opt.EXTENTS)) {
        messages.verbose("Setting chunksize to " + commandSession.sizes().display(chunk()) + '.');
      }
      AllocationPolicy policy = allocation();
      commandSession.log().begin();
      VgReader reader = new VgReader(commandSession);
      try (VgReader.Opened opened = reader.require(vgName, VgAccess.UPDATE)) {
        VgState state = opened.state();
        requireRoom(kind, state);
        if (ofThin) {
          pools.requireThin(state, origin(state, origin.orElseThrow().lv()));
          lastChecks(kind);
        }
        pools.require(kind.name(), state, poolName);
        Wanted wanted =
            new Wanted(
                kind, amount, stripes, copies, policy, named.map(LvCreateOperands.NewName::lv));
        LvCreateRequest request = request(wanted, origin, state, operands);
        Plan plan =
            new LvCreatePlanner(
                    state.vg(), commandSession.sizes(), messages, session.environment().testMode())
                .plan(request, () -> lastChecks(kind));
        new PlanExecutor(session).run(state, plan, (reached, cause) -> undo(state, reached));
        return ExitStatus.OK;
      }
    }

    /**
     * What is to be made.
     *
     * @param name of the type
     * @param type what it is made of; striped if the type cannot be made
     * @param possible whether it can
     */
    private record Kind(String name, SegmentType type, boolean possible) {
      boolean isSnapshot() {
        return name.equals("snapshot");
      }

      boolean hasStripes() {
        return !(type instanceof VirtualType) && type != RaidType.RAID1;
      }
    }

    /** All that the command line says about size and place. */
    private record Wanted(
        Kind kind,
        Amount amount,
        Stripes stripes,
        Optional<LvCreateRequest.Copies> copies,
        AllocationPolicy policy,
        Optional<String> name) {}

    /** A volume that could not be activated or wiped must not stay. */
    private void undo(VgState before, VgState reached) {
      if (reached.vg().seqno() > before.vg().seqno()) {
        for (LogicalVolume lv : reached.vg().lvs()) {
          if (before.vg().findLv(lv.id()).isEmpty()) {
            if (LvRelations.isSnapshotLink(lv)) {
              throw new FailedException("Aborting. Manual intervention required.");
            }
            session.activation().deactivate(reached, lv.id());
          }
        }
        VgState after = session.commit(reached, before.vg());
        session.backups().backup(after.vg());
      }
    }

    /** An array needs a page for each of its regions. */
    private static void requireRoom(Kind kind, VgState state) {
      if (kind.name().startsWith("raid")
          && state.vg().extentSize().compareTo(Sectors.ofKib(4)) < 0) {
        throw new FailedException(
            "Unable to create RAID LV: requires minimum VG extent size 4.00 KiB");
      }
    }

    private Kind kind() {
      String name = wantedType();
      return switch (name) {
        case "linear", "striped" -> new Kind(name, StripedType.INSTANCE, true);
        case "zero" -> new Kind(name, VirtualType.ZERO, true);
        case "error" -> new Kind(name, VirtualType.ERROR, true);
        case "mirror" -> new Kind(name, MirrorType.INSTANCE, session.activation().isAvailable());
        case "raid1" -> new Kind(name, RaidType.RAID1, session.activation().isAvailable());
        default -> {
          boolean possible = name.equals("snapshot") && session.activation().isAvailable();
          yield new Kind(name, StripedType.INSTANCE, possible);
        }
      };
    }

    /** What lvm2 finds out when it has a size and looks for space. */
    private void lastChecks(Kind kind) {
      if (!kind.possible()) {
        throw new FailedException(
            session.activation().isAvailable()
                ? "Making volumes of type " + kind.name() + " is not part of jlvm yet."
                : "Can't create "
                    + (kind.name().equals("thin") ? "thin-pool" : kind.name())
                    + " without using device-mapper kernel driver.");
      }
      if (skippedZeroing) {
        messages.warn("WARNING: Skipping zeroing and wiping, compiled without activation support.");
      }
    }

    private Sectors chunk() {
      Sectors chunk =
          command.size(Opt.CHUNKSIZE).map(size -> size.size()).orElse(ChunkSize.DEFAULT);
      if (!ChunkSize.isPossible(chunk)) {
        throw new UsageException(ChunkSize.RULE);
      }
      return chunk;
    }

    private static LogicalVolume origin(VgState state, String name) {
      return state
          .vg()
          .findLv(name)
          .orElseThrow(
              () ->
                  new FailedException(
                      "Snapshot origin LV "
                          + name
                          + " not found in Volume group "
                          + state.vg().name()
                          + '.'));
    }

    private LvCreateRequest.SnapshotOf snapshotOf(VgState state, String origin) {
      LogicalVolume lv = origin(state, origin);
      if (!command.hasAny(Opt.SIZE, Opt.EXTENTS)) {
        throw new FailedException("Please specify either size or extents with snapshots.");
      }
      return new LvCreateRequest.SnapshotOf(
          lv.id(), OptionalLong.empty(), chunk(), session.environment().ids().next(), false);
    }

    /** A sparse volume: everything that was never written to is zero. */
    private LvCreateRequest.SnapshotOf snapshotOfNothing(VgState state) {
      Amount size = new Amount.Size(Sign.NONE, command.size(Opt.VIRTUALSIZE).orElseThrow().size());
      Amount.Count extents =
          (Amount.Count) LvCreation.rounded(size, state.vg(), messages, commandSession.sizes());
      IdSource ids = session.environment().ids();
      return new LvCreateRequest.SnapshotOf(
          ids.next(), OptionalLong.of(extents.extents()), chunk(), ids.next(), false);
    }

    /** What the options come to where no type is named. */
    private String wantedType() {
      if (command.has(Opt.TYPE)) {
        return command.string(Opt.TYPE, "");
      }
      boolean sparse = command.has(Opt.VIRTUALSIZE) && !command.has(Opt.VIRTUALORIGINSIZE);
      if (command.hasAny(Opt.SNAPSHOT, Opt.VIRTUALORIGINSIZE) && !sparse) {
        return "snapshot";
      }
      if (command.hasAny(Opt.CACHE, Opt.CACHEPOOL)) {
        return "cache";
      }
      if (command.hasAny(Opt.THIN, Opt.THINPOOL)) {
        return "thin";
      }
      if (command.hasAny(Opt.VDO, Opt.VDOPOOL)) {
        return "vdo";
      }
      if (command.has(Opt.VIRTUALSIZE)) {
        return commandSession.settings().global().sparseSegtypeDefault();
      }
      if (command.number(Opt.MIRRORS, 0) == 0) {
        return "striped";
      }
      var global = commandSession.settings().global();
      return command.number(Opt.STRIPES, 1) > 1
          ? global.raid10SegtypeDefault()
          : global.mirrorSegtypeDefault();
    }

    /** Tells of every option that is zero. */
    private void requirePositive(Opt... options) {
      boolean zeroGiven = false;
      for (Opt option : options) {
        if (command.has(option) && command.number(option, 0) == 0) {
          messages.error(option.dashed() + " may not be zero.");
          zeroGiven = true;
        }
      }
      if (zeroGiven) {
        throw new UsageException("");
      }
    }

    private LvCreateRequest request(
        Wanted wanted,
        Optional<LvCreateOperands.NewName> origin,
        VgState state,
        List<String> pvOperands) {
      ReadAhead readAhead = LvReadAhead.of(command, messages);
      LvDeviceNumber.Numbers device =
          LvDeviceNumber.of(command, messages, commandSession::mapperMajor);
      Optional<LvCreateRequest.SnapshotOf> snapshot =
          wanted.kind().isSnapshot() && origin.isEmpty()
              ? Optional.of(snapshotOfNothing(state))
              : origin.map(name -> snapshotOf(state, name.lv()));
      zero = zero(wanted.kind().type(), origin);
      Amount amount =
          LvCreation.rounded(wanted.amount(), state.vg(), messages, commandSession.sizes());
      PvChoices pvs =
          PvOperands.read(
              pvOperands,
              state.vg(),
              FreeExtents.of(state.vg()),
              new PvDevices(state),
              true,
              messages);
      return new LvCreateRequest(
          session.environment().ids().next(),
          wanted.name(),
          Optional.of(
              new LogicalVolume.Creation(
                  session.environment().now(), session.environment().host().nodeName())),
          amount,
          wanted.kind().type(),
          wanted.stripes(),
          isWritable(),
          wanted.policy(),
          tags(),
          readAhead,
          device.major(),
          device.minor(),
          command.yes(Opt.SETAUTOACTIVATION, true),
          command.yes(Opt.SETACTIVATIONSKIP, false),
          activation(),
          session.activation().isAvailable(),
          zero,
          wipesSignatures(wanted.kind().type(), origin),
          pvs,
          LvAmount.settings(commandSession),
          snapshot,
          wanted.copies());
    }

    private boolean isWritable() {
      return !command.string(Opt.PERMISSION, "rw").equals("r");
    }

    /** What the options say of activation, which may yet depend on the volume's name and flags. */
    private Optional<ActivationChoice> activation() {
      if (commandSession.isOnImages()) {
        return Optional.empty();
      }
      return Optional.of(new LvActivator(commandSession));
    }

    /** Whether the start is zeroed, by default or by request; there may be no way to do it. */
    private boolean zero(SegmentType type, Optional<LvCreateOperands.NewName> origin) {
      boolean asked = command.yes(Opt.ZERO, command.yes(Opt.WIPESIGNATURES, false));
      String hindrance = hindrance(origin);
      if (type instanceof VirtualType) {
        if (asked) {
          messages.info("Ignoring option -Zy or -Wy for unzeroable " + type.name() + " volume.");
        }
        return false;
      }
      if (!hindrance.isEmpty()) {
        if (asked) {
          throw new FailedException(
              "Cannot zero " + hindrance + "logical volume with option -Zy or -Wy.");
        }
        return false;
      }
      boolean wanted = command.yes(Opt.ZERO, true);
      skippedZeroing = wanted && !session.activation().canWrite();
      return wanted && !skippedZeroing;
    }

    /** What keeps a volume from being zeroed: words with a blank after each. */
    private String hindrance(Optional<LvCreateOperands.NewName> origin) {
      LvActivator activator = new LvActivator(commandSession);
      StringBuilder words = new StringBuilder();
      origin.ifPresent(name -> words.append("origin ").append(name.lv()).append(' '));
      if (!isWritable()) {
        words.append("read-only ");
      }
      if (commandSession.isOnImages()) {
        return words.toString();
      }
      if (!activator.activating()) {
        words.append("inactive ");
      }
      if (activator.activating() && activator.automatic()) {
        words.append("auto activated ");
      }
      if (command.yes(Opt.SETACTIVATIONSKIP, false) && !command.has(Opt.IGNOREACTIVATIONSKIP)) {
        words.append("skipped from activation ");
      }
      return words.toString();
    }

    private boolean wipesSignatures(SegmentType type, Optional<LvCreateOperands.NewName> origin) {
      if (type instanceof VirtualType || skippedZeroing || !hindrance(origin).isEmpty()) {
        return false;
      }
      boolean byDefault =
          zero && commandSession.settings().allocation().wipeSignaturesWhenZeroingNewLvs();
      return command.yes(Opt.WIPESIGNATURES, byDefault);
    }

    private Amount amount(Kind kind) {
      if (command.has(Opt.SIZE) && command.has(Opt.EXTENTS)) {
        throw new UsageException("Please specify either size or extents (not both).");
      }
      Optional<Amount> amount = LvAmount.of(command);
      boolean inPool = kind.name().equals("thin") && command.has(Opt.VIRTUALSIZE);
      if (amount.isEmpty() && (kind.isSnapshot() || inPool)) {
        // Whether that will do is for the origin or the pool to say.
        return new Amount.Count(Sign.NONE, 0);
      }
      return amount.orElseThrow(() -> new UsageException("Please specify either size or extents."));
    }

    private Stripes noStripes(Kind kind) {
      if (command.has(Opt.STRIPESIZE)) {
        messages.info("Ignoring stripesize argument for " + kind.name() + " devices.");
      }
      return Stripes.LINEAR;
    }

    private Stripes stripes(Kind kind) {
      try {
        return StripeOptions.ofNewVolume(commandSession, kind.name());
      } catch (FailedException e) {
        // lvm2 counts bad stripes among the errors of the command line.
        throw new UsageException(e.getMessage(), e);
      }
    }

    private AllocationPolicy allocation() {
      boolean contiguous = command.yes(Opt.CONTIGUOUS, false);
      AllocationPolicy policy =
          command
              .string(Opt.ALLOC)
              .flatMap(AllocationPolicy::ofText)
              .orElse(contiguous ? AllocationPolicy.CONTIGUOUS : AllocationPolicy.INHERIT);
      if (contiguous && policy != AllocationPolicy.CONTIGUOUS) {
        throw new UsageException("Conflicting contiguous and alloc arguments.");
      }
      return policy;
    }

    private List<Tag> tags() {
      List<Tag> tags = new ArrayList<>();
      for (String tag : command.strings(Opt.ADDTAG)) {
        if (!tags.contains(new Tag(tag))) {
          tags.add(new Tag(tag));
        }
      }
      return tags;
    }
  }
}
