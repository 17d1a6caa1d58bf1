package org.jlvm.core.engine.pv;

import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.engine.store.PvWriter;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.PhysicalVolume;

/** Ends a group: its physical volumes belong to none again. */
public final class GroupRemoval {
  private final Session session;
  private final Messages messages;

  public GroupRemoval(Session session) {
    this.session = session;
    messages = session.environment().messages();
  }

  /**
   * Removes a group that has no logical volumes any more.
   *
   * @param force whether missing physical volumes do not matter
   * @return whether all went well; what did not is told
   * @throws FailedException if nothing was done because physical volumes are missing
   */
  public boolean remove(VgState vg, boolean force) {
    if (!force && vg.hasMissingPvs()) {
      messages.error(
          "Volume group \"" + vg.vg().name() + "\" not found, is inconsistent or has PVs missing.");
      throw new FailedException("Consider vgreduce --removemissing if metadata is inconsistent.");
    }
    boolean clean = true;
    for (PhysicalVolume pv : vg.vg().pvs()) {
      if (!vg.isMissing(pv)) {
        clean &= release(vg, vg.device(pv.id()).orElseThrow());
      }
    }
    session.backups().remove(vg.vg().name());
    session.rescan();
    if (clean) {
      messages.info("Volume group \"" + vg.vg().name() + "\" successfully removed");
    } else {
      messages.error("Volume group \"" + vg.vg().name() + "\" not properly removed");
    }
    return clean;
  }

  private boolean release(VgState vg, ScannedPv pv) {
    String name = pv.device().name();
    messages.verbose(
        "Removing physical volume \"" + name + "\" from volume group \"" + vg.vg().name() + "\"");
    try {
      if (!session.environment().testMode()) {
        PvWriter.release(pv);
      }
      return true;
    } catch (LvmException e) {
      messages.error(e.getMessage());
      messages.error(
          "Failed to remove physical volume \""
              + name
              + "\" from volume group \""
              + vg.vg().name()
              + "\"");
      return false;
    }
  }
}
