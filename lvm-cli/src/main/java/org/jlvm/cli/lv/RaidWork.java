package org.jlvm.cli.lv;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jlvm.cli.process.PvDevices;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.alloc.PvOperands;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.raid.RaidLoss;
import org.jlvm.core.plan.raid.RaidParts;
import org.jlvm.core.plan.raid.RaidReplacement;
import org.jlvm.core.plan.raid.RaidStatus;
import org.jlvm.core.plan.raid.RaidTarget;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.raid.RaidType;

/** What all changes of RAID1 volumes need of the session. */
public final class RaidWork {
  private final CommandSession commandSession;
  private final Session session;
  private final VgState state;
  private final LogicalVolume lv;

  public RaidWork(CommandSession commandSession, VgState state, LogicalVolume lv) {
    this.commandSession = commandSession;
    this.session = commandSession.session();
    this.state = state;
    this.lv = lv;
  }

  public static boolean isRaid1(LogicalVolume lv) {
    return lv.firstSegment() instanceof RaidSegment raid && raid.type() == RaidType.RAID1;
  }

  public String path() {
    return state.vg().name() + "/" + lv.name();
  }

  public Messages messages() {
    return session.environment().messages();
  }

  public boolean isActive() {
    return session.activation().status(state, lv).exists();
  }

  /** How many of its images are not there. */
  public int lostImages() {
    return RaidLoss.count(state.vg(), lv, missing());
  }

  public void requireActive() {
    if (!isActive()) {
      throw new FailedException(path() + " must be active to perform this operation.");
    }
  }

  /** The volume with what its array says, if it is one. */
  public RaidTarget target() {
    return new RaidTarget(
        state.vg(),
        lv,
        lv.firstSegment() instanceof RaidSegment ? status() : RaidStatus.SINGLE,
        new RaidParts(
            session.environment().ids()::next,
            Optional.of(
                new LogicalVolume.Creation(
                    session.environment().now(), session.environment().host().nodeName())),
            AllocationPolicy.INHERIT),
        LvAmount.settings(commandSession),
        messages(),
        session.environment().prompter(),
        commandSession.sizes());
  }

  private RaidStatus status() {
    Optional<TargetState> target = session.activation().target(state, lv, lv.firstSegment());
    if (target.isPresent() && target.get() instanceof TargetState.Raid raid) {
      return new RaidStatus(
          raid.total() > 0 && raid.inSync() == raid.total(), raid.health(), raid.action());
    }
    messages().error("Unable to determine sync status of " + path() + '.');
    return new RaidStatus(false, "", "");
  }

  /** The physical volumes of some operands; all if there are none. */
  public PvChoices pvs(List<String> operands) {
    return PvOperands.read(
            operands,
            state.vg(),
            FreeExtents.of(state.vg()),
            new PvDevices(state),
            false,
            messages())
        .withMissing(missing());
  }

  /** The physical volumes whose devices are not there. */
  public Set<LvmId> missing() {
    Set<LvmId> missing = new TreeSet<>();
    for (PhysicalVolume pv : state.vg().pvs()) {
      if (state.isMissing(pv)) {
        missing.add(pv.id());
      }
    }
    return missing;
  }

  /** Has the array look for differences, or mend them. */
  void send(String action) {
    if (!(lv.firstSegment() instanceof RaidSegment)) {
      throw new FailedException(path() + " must be a RAID logical volume to perform this action.");
    }
    if (!isActive()) {
      throw new FailedException("Unable to send message to an inactive logical volume.");
    }
    RaidStatus status = status();
    if (!action.equals("check") && !action.equals("repair")) {
      throw new FailedException('"' + action + "\" is not a supported sync operation.");
    }
    if (!status.action().equals("idle")) {
      throw new FailedException(
          path()
              + " state is currently \""
              + status.action()
              + "\".  Unable to switch to \""
              + action
              + "\".");
    }
    if (!session.environment().testMode()) {
      session.activation().message(state, lv, action);
    }
  }

  /** Has the images on some physical volumes filled anew. */
  VgState rebuild() {
    List<String> named = commandSession.command().strings(Opt.REBUILD);
    boolean agreed =
        session
            .environment()
            .prompter()
            .ask(
                "Do you really want to rebuild "
                    + named.size()
                    + " PVs of logical volume "
                    + path()
                    + " [y/n]: ");
    if (!agreed) {
      throw new FailedException("Logical volume " + path() + " not rebuild.");
    }
    PvChoices bad = pvs(named);
    requireActive();
    Optional<Plan> plan = RaidReplacement.rebuild(target(), bad, missing());
    return plan.isPresent() ? run(plan.get()) : state;
  }

  /** Carries a plan out, and backs the group up. */
  public VgState run(Plan plan) {
    return run(plan, (reached, cause) -> {});
  }

  /**
   * The same. A plan that fails when the volume has its new images already is finished
   * nevertheless.
   *
   * @param early what to do if it fails before that
   */
  public VgState run(Plan plan, PlanExecutor.Undo early) {
    VgState after =
        new PlanExecutor(session)
            .run(
                state,
                plan,
                (reached, cause) -> {
                  if (reached.vg().seqno() > state.vg().seqno() && isThrough(reached, plan)) {
                    finish(reached, plan);
                  } else {
                    early.undo(reached, cause);
                  }
                });
    session.backup(after);
    return after;
  }

  private boolean isThrough(VgState reached, Plan plan) {
    return reached.vg().lv(lv.id()).segments().equals(plan.after().lv(lv.id()).segments());
  }

  private void finish(VgState reached, Plan plan) {
    Plan.Builder rest = Plan.of(reached.vg());
    for (LogicalVolume known : reached.vg().lvs()) {
      if (plan.after().findLv(known.id()).isEmpty()) {
        rest.add(new Step.Deactivate(known.id()));
      }
    }
    rest.commit(plan.after(), List.of(lv.id())).add(new Step.Backup());
    new PlanExecutor(session).run(reached, rest.build());
  }
}
