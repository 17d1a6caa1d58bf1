package org.jlvm.cli.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.WorkLog;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.VgName;

/**
 * Runs something for each physical volume that the operands name, by device or {@code @tag}: in the
 * group that it belongs to, under that group's lock, or on its own.
 */
public final class EachPv {
  private final CommandSession session;
  private final VgReader reader;
  private final Messages messages;
  private final VgAccess access;
  private final Set<String> members = new HashSet<>();
  private int status = ExitStatus.OK;

  /** What is done with one physical volume; failures are told by whoever does it. */
  public interface Action {
    /**
     * Works on a volume of a group.
     *
     * @param state the group as the volumes before left it
     */
    Outcome member(VgState state, PhysicalVolume pv);

    /** Works on a volume of no group, and gives an exit status. */
    int orphan(ScannedPv pv);

    /** Runs when a group is done, before its lock is given back. */
    default void leave() {}

    /** Whether devices that are not used, since others have their ids, matter unnamed. */
    default boolean wantsDuplicates() {
      return false;
    }

    /** Works on a device that is not used, since another one has its id. */
    default void duplicate(ScannedPv pv) {}
  }

  /**
   * How it ended.
   *
   * @param status exit status
   * @param state the group afterwards
   */
  public record Outcome(int status, VgState state) {
    public static Outcome done(VgState state) {
      return new Outcome(ExitStatus.OK, state);
    }

    public static Outcome failed(VgState state) {
      return new Outcome(ExitStatus.FAILED, state);
    }
  }

  public EachPv(CommandSession session, VgAccess access) {
    this.session = session;
    this.access = access;
    reader = new VgReader(session);
    messages = session.session().environment().messages();
  }

  /**
   * What is still to be found.
   *
   * @param devices by the name that is shown
   * @param tags of which one suffices
   * @param all whether no operand means all
   */
  private record Wanted(Map<String, DeviceInventory.Found> devices, List<Tag> tags, boolean all) {
    boolean isDone() {
      return !all && tags.isEmpty() && devices.isEmpty();
    }

    boolean names(Optional<ScannedPv> device) {
      return device.isPresent() && devices.containsKey(device.get().device().name());
    }

    /** Whether a volume is meant; one that was named is found then. */
    boolean takes(Optional<ScannedPv> device, List<Tag> its) {
      boolean named = device.isPresent() && devices.remove(device.get().device().name()) != null;
      return all || named || hasTag(its);
    }

    private boolean hasTag(List<Tag> its) {
      for (Tag tag : tags) {
        if (its.contains(tag)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Runs it for volumes of all groups and of none. */
  public int run(
      List<String> operands, BiPredicate<VgState, PhysicalVolume> selected, Action action) {
    Optional<Wanted> parsed = parse(operands);
    if (parsed.isEmpty()) {
      return status;
    }
    session.log().begin();
    try (WorkLog.Place place = session.log().enter("pv")) {
      return run(parsed.get(), operands, selected, action);
    }
  }

  private int run(
      Wanted wanted,
      List<String> operands,
      BiPredicate<VgState, PhysicalVolume> selected,
      Action action) {
    if (!session.session().locks().holdsGlobal()) {
      session.session().locks().lockGlobal(LockMode.SHARED);
    }
    findDevices(operands, wanted);
    for (VgCatalog.VgIdentity identity : session.session().catalog().identities()) {
      try (WorkLog.Place place = session.log().enter("vg")) {
        VgReader.Result result = reader.open(identity, access);
        if (result.refusal().filter(VgReader.Refusal.NotFound.class::isInstance).isEmpty()) {
          Optional<VgState> known = session.session().catalog().state(identity);
          inGroup(result, identity.name().value(), known, wanted, selected, action);
        }
      }
      // Only now: lvm2 reads the first group even if no device is left to be found.
      if (wanted.isDone()) {
        return status;
      }
    }
    if (!wanted.isDone()) {
      orphans(wanted, action);
      duplicates(wanted, action);
    }
    complainOfUnknown(wanted);
    return status;
  }

  /** Runs it for volumes of one group. */
  public int runIn(String vg, List<String> operands, Action action) {
    Optional<Wanted> parsed = parse(operands);
    if (parsed.isEmpty()) {
      return status;
    }
    Wanted wanted = parsed.get();
    session.log().begin();
    try (WorkLog.Place place = session.log().enter("pv")) {
      findDevices(operands, wanted);
      runIn(vg, wanted, action);
      duplicates(wanted, action);
      complainOfUnknown(wanted);
    }
    return status;
  }

  private void runIn(String vg, Wanted wanted, Action action) {
    WorkLog.Place place = session.log().enter("vg");
    VgReader.Result result = reader.open(vg, access);
    Optional<VgState> known = result.opened().map(VgReader.Opened::state);
    if (VgName.isValid(vg) && known.isEmpty()) {
      List<VgCatalog.VgIdentity> found = session.session().catalog().named(new VgName(vg));
      known =
          found.size() == 1 ? session.session().catalog().state(found.get(0)) : Optional.empty();
    }
    inGroup(result, vg, known, wanted, (state, pv) -> true, action);
    place.close();
  }

  private Optional<Wanted> parse(List<String> operands) {
    List<Tag> tags = new ArrayList<>(0);
    for (String operand : operands) {
      if (operand.startsWith("@")) {
        if (!Tag.isValid(operand.substring(1))) {
          messages.error("Skipping invalid tag " + operand.substring(1) + ".");
          raise(ExitStatus.INVALID_COMMAND_LINE);
          continue;
        }
        tags.add(new Tag(operand.substring(1)));
      }
    }
    return status == ExitStatus.OK
        ? Optional.of(new Wanted(new LinkedHashMap<>(), tags, operands.isEmpty()))
        : Optional.empty();
  }

  private void findDevices(List<String> operands, Wanted wanted) {
    session.session().catalog();
    for (String operand : new LinkedHashSet<>(operands)) {
      if (operand.startsWith("@")) {
        continue;
      }
      String name = unescaped(operand);
      Optional<DeviceInventory.Found> device = session.session().devices().find(name);
      if (device.isEmpty() || device.get().exclusion().isPresent()) {
        String reason = device.flatMap(DeviceInventory.Found::exclusion).orElse("device not found");
        messages.error("Cannot use " + name + ": " + reason);
        raise(ExitStatus.FAILED);
      } else {
        wanted.devices().put(device.get().device().name(), device.get());
      }
    }
  }

  /** Without the backslashes that keep {@code :} and {@code @} in a device's name from meaning. */
  private static String unescaped(String operand) {
    if (operand.indexOf('\\') < 0) {
      return operand;
    }
    StringBuilder name = new StringBuilder(operand.length());
    for (int i = 0; i < operand.length(); i++) {
      char c = operand.charAt(i);
      if (c == '\\' && i + 1 < operand.length() && "\\:@".indexOf(operand.charAt(i + 1)) >= 0) {
        i++;
        c = operand.charAt(i);
      }
      name.append(c);
    }
    return name.toString();
  }

  private void inGroup(
      VgReader.Result result,
      String vg,
      Optional<VgState> known,
      Wanted wanted,
      BiPredicate<VgState, PhysicalVolume> selected,
      Action action) {
    if (result.opened().isPresent()) {
      try (VgReader.Opened opened = result.opened().get()) {
        int outcome;
        VgState state = opened.state();
        try (WorkLog.Place place = session.log().enter("pv", state.vg().name(), state.vg().id())) {
          outcome = process(state, wanted, selected, action);
        }
        session.log().done(outcome);
        raise(outcome);
        action.leave();
      }
      return;
    }
    VgReader.Refusal refusal = result.refusal().orElseThrow();
    if (refusal instanceof VgReader.Refusal.NotForUs notForUs && known.isPresent()) {
      passOver(notForUs, known.get(), wanted, selected);
    } else {
      messages.error(VgReader.text(refusal));
      messages.error("Cannot process volume group " + vg);
      session.log().done(ExitStatus.FAILED);
      raise(ExitStatus.FAILED);
    }
  }

  /** A group that is not for this command: that matters only for volumes that were named. */
  private void passOver(
      VgReader.Refusal.NotForUs refusal,
      VgState state,
      Wanted wanted,
      BiPredicate<VgState, PhysicalVolume> selected) {
    VgName vg = state.vg().name();
    messages.verbose(VgReader.skipping(refusal, vg.value()));
    for (PhysicalVolume pv : state.vg().pvs()) {
      boolean named = wanted.names(state.device(pv.id()));
      if (wanted.takes(state.device(pv.id()), pv.tags()) && selected.test(state, pv)) {
        if (named) {
          String kind = refusal.reason().name().toLowerCase(Locale.ROOT);
          messages.error("Cannot use PV " + state.pvName(pv) + " in " + kind + " VG " + vg + ".");
          raise(ExitStatus.FAILED);
        }
        messages.verbose("Skipping PV " + state.pvName(pv) + " in VG " + vg + ".");
      }
      if (wanted.isDone()) {
        return;
      }
    }
  }

  /** Gives the worst status of the group's volumes. */
  private int process(
      VgState before, Wanted wanted, BiPredicate<VgState, PhysicalVolume> selected, Action action) {
    VgState now = before;
    int worst = ExitStatus.OK;
    for (PhysicalVolume pv : before.vg().pvs()) {
      if (before.isElsewhere(pv)) {
        continue;
      }
      members.add(before.pvName(pv));
      if (wanted.takes(before.device(pv.id()), pv.tags())) {
        PhysicalVolume current = now.vg().findPv(pv.id()).orElse(pv);
        if (selected.test(now, current)) {
          session.log().about(before.pvName(pv), Optional.of(pv.id()));
          Outcome outcome = action.member(now, current);
          now = outcome.state();
          session.log().done(outcome.status());
          worst = Math.max(worst, outcome.status());
        }
      }
      if (wanted.isDone()) {
        break;
      }
    }
    return worst;
  }

  private void orphans(Wanted wanted, Action action) {
    List<ScannedPv> orphans = new ArrayList<>(session.session().catalog().orphans());
    // A changed id makes the catalog take a member for a stranger.
    orphans.removeIf(pv -> members.contains(pv.device().name()));
    session.session().catalog().warnOfUse(orphans);
    int worst = ExitStatus.OK;
    try (WorkLog.Place place = session.log().enter("orphan")) {
      session.log().about("lvm2", Optional.empty());
      for (ScannedPv pv : orphans) {
        if (wanted.takes(Optional.of(pv), List.of())) {
          worst = Math.max(worst, orphan(pv, action));
        }
      }
      session.log().done(worst);
    }
    raise(worst);
  }

  private void duplicates(Wanted wanted, Action action) {
    if (wanted.devices().isEmpty() && !action.wantsDuplicates()) {
      return;
    }
    for (ScannedPv duplicate : session.session().catalog().unusedDuplicates()) {
      boolean named = wanted.devices().remove(duplicate.device().name()) != null;
      if (named || action.wantsDuplicates()) {
        action.duplicate(duplicate);
      }
    }
  }

  private int orphan(ScannedPv pv, Action action) {
    try (WorkLog.Place place = session.log().enter("pv")) {
      session.log().about(pv.device().name(), Optional.of(pv.id()));
      int outcome = action.orphan(pv);
      session.log().done(outcome);
      return outcome;
    }
  }

  private void complainOfUnknown(Wanted wanted) {
    for (String name : wanted.devices().keySet()) {
      messages.error("Failed to find physical volume \"" + name + "\".");
      raise(ExitStatus.FAILED);
    }
  }

  private void raise(int other) {
    status = Math.max(status, other);
  }
}
