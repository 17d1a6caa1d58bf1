package org.jlvm.cli.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.cli.poll.PollTarget;
import org.jlvm.cli.poll.PolledOperation;
import org.jlvm.cli.poll.Progress;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Level;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.move.Moves;
import org.jlvm.core.report.lvm.Percents;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.mirror.MoveProgress;
import org.jlvm.core.units.Sectors;

/**
 * A move under way: one segment after the other is copied, and in the end the volumes are put at
 * their new places.
 */
public final class MoveOperation implements PolledOperation {
  /** As {@code lvpoll} knows it. */
  public static final String KIND = "pvmove";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String title() {
    return "Moved";
  }

  @Override
  public boolean concerns(VgState state, LogicalVolume lv) {
    return lv.flags().has(Flag.PVMOVE);
  }

  @Override
  public String gone(PollTarget target) {
    return target.shownAs() + ": No pvmove in progress - already finished or aborted.";
  }

  @Override
  public Progress progress(Session session, VgState state, LogicalVolume lv) {
    Optional<MirrorSegment> running = MoveProgress.running(lv);
    if (running.isEmpty()) {
      return moved(Progress.Stage.ALL_DONE, state, lv, 1, 1);
    }
    Optional<TargetState> target = session.activation().target(state, lv, running.get());
    if (target.isEmpty() || !(target.get() instanceof TargetState.Mirror mirror)) {
      throw new FailedException("ABORTING: Mirror percentage check failed.");
    }
    if (mirror.inSync() < mirror.total()) {
      return moved(Progress.Stage.UNDER_WAY, state, lv, mirror.inSync(), mirror.total());
    }
    VolumeGroup next = Moves.advanced(state.vg(), lv);
    boolean last = MoveProgress.running(next.lv(lv.id())).isEmpty();
    Progress.Stage stage = last ? Progress.Stage.ALL_DONE : Progress.Stage.PART_DONE;
    return moved(stage, state, lv, mirror.inSync(), mirror.total());
  }

  private static Progress moved(
      Progress.Stage stage, VgState state, LogicalVolume lv, long inSync, long total) {
    long done = MoveProgress.extentsDone(lv, inSync, total);
    Sectors extentSize = state.vg().extentSize();
    return Progress.of(
        stage,
        Percents.of(done, lv.extentCount()).text(),
        extentSize.times(done),
        lv.size(extentSize));
  }

  @Override
  public void nextPart(Session session, VgState state, LogicalVolume lv) {
    VolumeGroup next = Moves.advanced(state.vg(), lv);
    Plan plan = Plan.of(state.vg()).commit(next, List.of(lv.id())).add(new Step.Backup()).build();
    new PlanExecutor(session).run(state, plan);
  }

  /**
   * Volumes go over to their final places; the temporary one is then unused and removed. What is
   * copied to its end, and only that, is at the new place.
   */
  @Override
  public void finish(Session session, VgState state, LogicalVolume lv) {
    VgState now = state;
    Optional<MirrorSegment> running = MoveProgress.running(lv);
    if (running.isPresent() && isCopied(session, state, lv, running.get())) {
      now = state.with(Moves.advanced(state.vg(), lv), Map.of());
    }
    LogicalVolume move = now.vg().lv(lv.id());
    List<LvmId> reload = new ArrayList<>(Moves.volumesIn(now.vg(), lv.id()));
    reload.add(lv.id());
    Plan.Builder plan = Plan.of(now.vg());
    plan.commit(Moves.detached(now.vg(), move), reload);
    List<LvmId> spent = new ArrayList<>(List.of(lv.id()));
    spent.addAll(Moves.legs(move));
    for (LvmId volume : spent) {
      plan.add(new Step.Deactivate(volume));
    }
    plan.tell(Level.VERBOSE, "Removing temporary pvmove LV.");
    plan.commit(plan.now().withoutLvs(spent));
    plan.add(new Step.Backup());
    new PlanExecutor(session).run(now, plan.build());
  }

  private static boolean isCopied(
      Session session, VgState state, LogicalVolume lv, MirrorSegment running) {
    Optional<TargetState> target = session.activation().target(state, lv, running);
    return target.isPresent()
        && target.get() instanceof TargetState.Mirror mirror
        && mirror.inSync() == mirror.total();
  }
}
