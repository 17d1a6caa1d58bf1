package org.jlvm.core.plan.pv;

import java.util.Optional;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.units.Sectors;

/**
 * A physical volume that is to become part of a group.
 *
 * @param id its id
 * @param name its device
 * @param size of the volume
 * @param peStart where extents begin
 * @param tail size of the metadata area at its end, zero if there is none
 * @param bootloaderArea if there is one
 * @param logicalBlockSize of its device, bytes
 */
public record NewPv(
    LvmId id,
    String name,
    Sectors size,
    Sectors peStart,
    Sectors tail,
    Optional<PhysicalVolume.BootloaderArea> bootloaderArea,
    int logicalBlockSize) {
  /** Sectors that extents may take; less than none for a damaged label. */
  long roomForExtents() {
    return size.count() - peStart.count() - tail.count();
  }
}
