package org.jlvm.cli.lv;

import java.util.Optional;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.mirror.MirrorResync;
import org.jlvm.core.plan.raid.RaidResync;

/** {@code lvchange --resync} of mirrors and RAID1 volumes. */
record LvResync(Session session) {
  /**
   * Has all data copied anew.
   *
   * @throws FailedException if the volume is in use, or the user does not agree
   */
  VgState run(VgState state, LogicalVolume lv) {
    boolean active = session.activation().status(state, lv).exists();
    if (active) {
      requireUnused(state, lv);
    }
    boolean hasDriver = session.activation().isAvailable();
    Plan plan =
        RaidWork.isRaid1(lv)
            ? RaidResync.plan(state.vg(), lv, active)
            : MirrorResync.plan(state.vg(), lv, active, hasDriver);
    return new PlanExecutor(session).run(state, plan);
  }

  private void requireUnused(VgState state, LogicalVolume lv) {
    String path = state.vg().name() + "/" + lv.name();
    Optional<String> use = session.activation().whyInUse(state, lv);
    if (use.isPresent()) {
      session.environment().messages().error("Logical volume " + path + ' ' + use.get());
      throw new FailedException("Can't resync open logical volume " + path + '.');
    }
    boolean agreed =
        session
            .environment()
            .prompter()
            .confirm("Do you really want to deactivate logical volume " + path + " to resync it?");
    if (!agreed) {
      throw new FailedException("Logical volume " + path + " not resynced.");
    }
  }
}
