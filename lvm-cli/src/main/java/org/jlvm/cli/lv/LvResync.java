package org.jlvm.cli.lv;

import java.util.Optional;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.mirror.MirrorResync;

/** {@code lvchange --resync} of mirrors. */
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
    return new PlanExecutor(session)
        .run(state, MirrorResync.plan(state.vg(), lv, active, hasDriver));
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
