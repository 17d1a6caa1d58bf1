package org.jlvm.core.plan.pv;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;

/** Takes physical volumes out of a group. */
public final class GroupReduction {
  private GroupReduction() {}

  /**
   * The group without a volume that is there.
   *
   * @param name of its device
   * @throws FailedException if it is used, or the last one, or the group must not change
   */
  public static VolumeGroup remove(VolumeGroup vg, PhysicalVolume pv, String name) {
    if (!vg.flags().has(Flag.WRITE) && !vg.flags().has(Flag.WRITE_LOCKED)) {
      throw new FailedException("Volume group " + vg.name() + " is read-only");
    }
    if (!vg.isResizeable()) {
      throw new FailedException("Volume group " + vg.name() + " is not resizeable.");
    }
    if (isAllocated(vg, pv)) {
      throw new FailedException("Physical volume \"" + name + "\" still in use");
    }
    if (vg.pvs().size() == 1) {
      throw new FailedException(
          "Can't remove final physical volume \""
              + name
              + "\" from volume group \""
              + vg.name()
              + "\"");
    }
    return without(vg, pv.id());
  }

  /**
   * The group without a volume that is lost.
   *
   * @throws FailedException if it is used, or the last one
   */
  public static VolumeGroup removeMissing(VolumeGroup vg, PhysicalVolume pv) {
    if (vg.pvs().size() == 1) {
      throw new FailedException("Volume Groups must always contain at least one PV.");
    }
    if (isAllocated(vg, pv)) {
      throw new FailedException(
          "LVs still present on PV with UUID "
              + pv.id()
              + ": Can't remove from VG "
              + vg.name()
              + ".");
    }
    return without(vg, pv.id());
  }

  private static boolean isAllocated(VolumeGroup vg, PhysicalVolume pv) {
    return FreeExtents.of(vg).count(pv.id()) < pv.peCount();
  }

  private static VolumeGroup without(VolumeGroup vg, LvmId id) {
    List<PhysicalVolume> pvs = new ArrayList<>(vg.pvs().size());
    for (PhysicalVolume pv : vg.pvs()) {
      if (!pv.id().equals(id)) {
        pvs.add(pv);
      }
    }
    return vg.toBuilder().pvs(pvs).build();
  }
}
