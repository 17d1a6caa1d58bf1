package org.jlvm.cli.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.WorkLog;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Tag;
import org.jlvm.core.segtype.LvRelations;

/**
 * Runs something for each logical volume that the operands name: {@code vg/lv}, all of {@code vg},
 * or {@code @tag}.
 */
public final class EachLv {
  private final CommandSession session;
  private final VgReader reader;
  private final VolumePaths paths;
  private final Messages messages;
  private final VgAccess access;
  private final LvRules rules;
  private int status = ExitStatus.OK;

  /** What is done with one volume. */
  @FunctionalInterface
  public interface Action {
    /**
     * @param state the group as the volumes before left it
     * @param lv the volume
     * @param named whether it was named itself
     */
    Outcome run(VgState state, LogicalVolume lv, boolean named);
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

  /** Runs after all volumes of a group that were wanted, under the same lock. */
  @FunctionalInterface
  public interface Finish {
    int run(VgState state);
  }

  public EachLv(CommandSession session, VgAccess access) {
    this.session = session;
    this.access = access;
    reader = new VgReader(session);
    paths = VolumePaths.of(session);
    messages = session.session().environment().messages();
    rules = new LvRules(session.command(), messages);
  }

  /** What the operands name, by group; an empty set of volumes stands for all. */
  private record Wanted(Map<String, Set<String>> byVg, Set<String> wholeVgs, Set<Tag> tags) {}

  /**
   * Runs it.
   *
   * @param allByDefault whether no operand means all volumes
   * @param hidden whether hidden volumes count where no volume was named
   * @param selected the command's selection
   */
  public int run(
      List<String> operands,
      boolean allByDefault,
      boolean hidden,
      BiPredicate<VgState, LogicalVolume> selected,
      Action action,
      Finish finish) {
    Wanted wanted;
    try (WorkLog.Place place = session.log().enter("lv")) {
      wanted = wanted(operands);
    }
    if (status != ExitStatus.OK) {
      return status;
    }
    session.log().begin();
    boolean all = !wanted.tags().isEmpty() || (wanted.byVg().isEmpty() && allByDefault);
    if (!all) {
      try (WorkLog.Place place = session.log().enter("lv")) {
        // What a scan has to say is not yet of a group.
        session.session().catalog();
      }
      try (WorkLog.Place place = session.log().enter("vg")) {
        runNamed(wanted, hidden, selected, action, finish);
      }
      return status;
    }
    try (WorkLog.Place place = session.log().enter("lv");
        Locks.Lock global = session.session().locks().lockGlobal(LockMode.SHARED)) {
      List<VgCatalog.VgIdentity> groups = session.session().catalog().identities();
      try (WorkLog.Place within = session.log().enter("vg")) {
        runAll(groups, wanted, hidden, selected, action, finish);
      }
    }
    return status;
  }

  private void runNamed(
      Wanted wanted,
      boolean hidden,
      BiPredicate<VgState, LogicalVolume> selected,
      Action action,
      Finish finish) {
    EachVg.tellUnknown(session.session(), wanted.byVg().keySet());
    for (String name : wanted.byVg().keySet()) {
      process(reader.open(name, access), name, wanted, hidden, selected, action, finish);
    }
  }

  private void runAll(
      List<VgCatalog.VgIdentity> groups,
      Wanted wanted,
      boolean hidden,
      BiPredicate<VgState, LogicalVolume> selected,
      Action action,
      Finish finish) {
    if (groups.isEmpty()) {
      messages.verbose("No volume groups found.");
    }
    for (VgCatalog.VgIdentity group : groups) {
      process(
          reader.open(group, access),
          group.name().value(),
          wanted,
          hidden,
          selected,
          action,
          finish);
    }
  }

  private Wanted wanted(List<String> operands) {
    Wanted wanted = new Wanted(new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    for (String operand : operands) {
      if (operand.startsWith("@")) {
        if (Tag.isValid(operand.substring(1))) {
          wanted.tags().add(new Tag(operand.substring(1)));
        } else {
          messages.error("Skipping invalid tag " + operand + '.');
        }
        continue;
      }
      try {
        add(paths.parse(operand), wanted);
      } catch (FailedException e) {
        messages.error(e.getMessage());
        raise(ExitStatus.FAILED);
      }
    }
    return wanted;
  }

  private static void add(VolumePaths.Named named, Wanted wanted) {
    Set<String> lvs = wanted.byVg().computeIfAbsent(named.vg(), vg -> new LinkedHashSet<>());
    if (named.lv().isPresent()) {
      lvs.add(named.lv().get());
    } else {
      wanted.wholeVgs().add(named.vg());
    }
  }

  private void process(
      VgReader.Result result,
      String name,
      Wanted wanted,
      boolean hidden,
      BiPredicate<VgState, LogicalVolume> selected,
      Action action,
      Finish finish) {
    if (result.opened().isEmpty()) {
      refuse(result.refusal().orElseThrow(), name, wanted);
      return;
    }
    try (VgReader.Opened opened = result.opened().get()) {
      VgState state = opened.state();
      int outcome;
      try (WorkLog.Place place = session.log().enter("lv", state.vg().name(), state.vg().id())) {
        outcome = inGroup(state, wanted, hidden, selected, action, finish);
      }
      session.log().done(outcome);
      raise(outcome);
    }
  }

  /** Gives the worst status of the group's volumes. */
  private int inGroup(
      VgState state,
      Wanted wanted,
      boolean hidden,
      BiPredicate<VgState, LogicalVolume> selected,
      Action action,
      Finish finish) {
    String vgName = state.vg().name().value();
    boolean whole = wanted.wholeVgs().contains(vgName);
    Set<String> names = whole ? Set.of() : wanted.byVg().getOrDefault(vgName, Set.of());
    Set<Tag> tags = whole ? Set.of() : wanted.tags();
    List<LogicalVolume> chosen = choose(state, names, tags, hidden, selected);
    VgState now = state;
    int worst = ExitStatus.OK;
    for (LogicalVolume was : chosen) {
      Optional<LogicalVolume> found = now == state ? Optional.of(was) : now.vg().findLv(was.id());
      if (found.isEmpty()) {
        continue;
      }
      LogicalVolume lv = found.get();
      boolean named = names.contains(lv.name().value());
      session.log().about(lv);
      if (!rules.permit(now, lv)) {
        if (named) {
          messages.error("Command not permitted on LV " + vgName + '/' + lv.name() + '.');
          worst = ExitStatus.FAILED;
        }
        continue;
      }
      Outcome outcome = action.run(now, lv, named);
      now = outcome.state();
      session.log().done(outcome.status());
      worst = Math.max(worst, outcome.status());
    }
    session.log().aboutNothing();
    worst = Math.max(worst, finish.run(now));
    for (String lvName : names) {
      if (state.vg().findLv(lvName).filter(lv -> !isIgnored(state, lv)).isEmpty()) {
        session.log().about(lvName, Optional.empty());
        messages.error("Failed to find logical volume \"" + vgName + '/' + lvName + '"');
        worst = Math.max(worst, ExitStatus.FAILED);
        session.log().done(worst);
      }
    }
    return worst;
  }

  private boolean showsAll() {
    return session.command().has(Opt.ALL);
  }

  /** The origin of a sparse volume is not for users, not even by its name. */
  private boolean isIgnored(VgState state, LogicalVolume lv) {
    boolean ignored = !showsAll() && state.relations().isVirtualOrigin(lv);
    if (ignored) {
      messages.info(
          "Ignoring virtual origin logical volume " + state.vg().name() + '/' + lv.name() + '.');
    }
    return ignored;
  }

  private List<LogicalVolume> choose(
      VgState state,
      Set<String> names,
      Set<Tag> tags,
      boolean hidden,
      BiPredicate<VgState, LogicalVolume> selected) {
    LvRelations relations = state.relations();
    boolean all = (names.isEmpty() && tags.isEmpty()) || containsAny(tags, state.vg().tags());
    List<LogicalVolume> chosen = new ArrayList<>();
    for (LogicalVolume lv : state.vg().lvs()) {
      boolean eligible =
          !LvRelations.isSnapshotLink(lv)
              && (showsAll() || !relations.isVirtualOrigin(lv))
              && (!names.isEmpty() || hidden || relations.isVisible(lv));
      boolean wanted = all || names.contains(lv.name().value()) || containsAny(tags, lv.tags());
      if (eligible && wanted && selected.test(state, lv)) {
        chosen.add(lv);
      }
    }
    return chosen;
  }

  private static boolean containsAny(Set<Tag> wanted, List<Tag> tags) {
    for (Tag tag : tags) {
      if (wanted.contains(tag)) {
        return true;
      }
    }
    return false;
  }

  private void refuse(VgReader.Refusal refusal, String name, Wanted wanted) {
    boolean named = wanted.byVg().containsKey(name);
    if (refusal instanceof VgReader.Refusal.NotForUs notForUs && !named) {
      messages.verbose(VgReader.skipping(notForUs, name));
      return;
    }
    if (refusal instanceof VgReader.Refusal.NotFound && !named) {
      return;
    }
    messages.error(VgReader.text(refusal));
    if (!(refusal instanceof VgReader.Refusal.NotForUs)) {
      messages.error("Cannot process volume group " + name);
    }
    session.log().done(ExitStatus.FAILED);
    raise(ExitStatus.FAILED);
  }

  private void raise(int other) {
    status = Math.max(status, other);
  }
}
