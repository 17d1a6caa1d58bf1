package org.jlvm.core.engine.check;

import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.engine.store.PvWriter;
import org.jlvm.core.message.Messages;

/** Physical volumes that came back with metadata of a group that does not know them any more. */
public final class OutdatedPvs {
  private OutdatedPvs() {}

  /** Takes the old metadata off them, so that no group can be found there. */
  public static void wipe(Session session, VgState state) {
    Messages messages = session.environment().messages();
    for (ScannedPv pv : state.outdatedPvs()) {
      messages.warn("WARNING: Wiping mda on outdated PV " + pv.device().name() + '.');
      messages.warn("WARNING: Wiping header on outdated PV " + pv.device().name() + '.');
      if (!session.environment().testMode()) {
        PvWriter.release(pv);
      }
    }
  }
}
