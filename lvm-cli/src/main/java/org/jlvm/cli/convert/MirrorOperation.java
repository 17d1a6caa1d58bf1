package org.jlvm.cli.convert;

import java.util.Optional;
import org.jlvm.cli.poll.PolledOperation;
import org.jlvm.cli.poll.Progress;
import org.jlvm.core.alloc.AllocationSettings;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.mirror.MirrorConversion;
import org.jlvm.core.plan.mirror.MirrorSettings;
import org.jlvm.core.plan.mirror.Mirrors;
import org.jlvm.core.report.lvm.Percents;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/**
 * Copies that are being made for a mirror.
 *
 * @param copesWithMissing whether it goes on while the group lacks physical volumes
 */
record MirrorOperation(boolean copesWithMissing) implements PolledOperation {
  /** As {@code lvpoll} knows it. */
  static final String KIND = "convert";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String title() {
    return "Converted";
  }

  @Override
  public Progress progress(Session session, VgState state, LogicalVolume lv) {
    Optional<TargetState> target =
        Mirrors.isMirror(lv)
            ? session.activation().target(state, lv, lv.firstSegment())
            : Optional.empty();
    if (target.isEmpty() || !(target.get() instanceof TargetState.Mirror mirror)) {
      throw new FailedException("ABORTING: Mirror percentage check failed.");
    }
    long length = lv.firstSegment().areaLength();
    long copied = length * mirror.inSync() / Math.max(1, mirror.total());
    boolean done = mirror.inSync() == mirror.total();
    Sectors extentSize = state.vg().extentSize();
    return Progress.of(
        done ? Progress.Stage.ALL_DONE : Progress.Stage.UNDER_WAY,
        Percents.of(copied, length).text(),
        extentSize.times(copied),
        extentSize.times(length));
  }

  /** Nothing is to be done but where copies were kept apart meanwhile. */
  @Override
  public void finish(Session session, VgState state, LogicalVolume lv) {
    if (!Mirrors.isConverting(state.vg(), lv)) {
      return;
    }
    MirrorSettings settings =
        new MirrorSettings(
            session.environment().ids()::next,
            Optional.empty(),
            AllocationSettings.DEFAULT,
            false,
            true,
            true,
            session.environment().prompter(),
            session.environment().messages(),
            SizeFormat.DEFAULT);
    new PlanExecutor(session)
        .run(
            state,
            MirrorConversion.finish(
                state.vg(), lv, new LiveMirrors(session.activation(), state), settings));
    session
        .environment()
        .messages()
        .info("Logical volume " + state.vg().name() + "/" + lv.name() + " converted.");
  }
}
