package org.jlvm.core.engine.pv;

import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.model.VgName;

/**
 * A device that the user named, and what it is now.
 *
 * @param name as the user gave it
 * @param device the device
 * @param pv its label, if it has one
 * @param standing what it is
 * @param vg the group it belongs to, if that is known
 */
record PvTarget(
    String name,
    BlockDevice device,
    Optional<ScannedPv> pv,
    Standing standing,
    Optional<VgName> vg) {
  enum Standing {
    NO_PV,
    /** A physical volume of no group. */
    ORPHAN,
    /** A physical volume of a group that was found. */
    MEMBER,
    /** Marked as belonging to a group, which was not found. */
    USED
  }

  boolean isInUse() {
    return standing == Standing.MEMBER || standing == Standing.USED;
  }

  boolean isSameAs(PvTarget later) {
    return standing == later.standing && vg.equals(later.vg);
  }
}
