package org.jlvm.core.plan.pv;

import java.util.List;
import org.jlvm.core.alloc.ExtentRange;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.units.Sectors;

/** Adjusts a physical volume of a group to another size. */
public final class PvResize {
  private PvResize() {}

  /**
   * Checks what holds for every physical volume.
   *
   * @throws FailedException if it cannot be that small
   */
  public static void requireSize(String device, Sectors size, Sectors minimum, Sectors peStart) {
    if (size.compareTo(minimum) < 0) {
      throw new FailedException(
          "Size must exceed minimum of " + minimum.count() + " sectors on PV " + device + ".");
    }
    if (size.compareTo(peStart) < 0) {
      throw new FailedException(
          "Size must exceed physical extent start of "
              + peStart.count()
              + " sectors on PV "
              + device
              + ".");
    }
  }

  /**
   * The group with the volume resized.
   *
   * @param usable sectors that extents may take
   * @throws FailedException if extents in use would be lost
   */
  public static VolumeGroup resize(
      VolumeGroup vg, PhysicalVolume pv, String device, Sectors usable) {
    long extents = usable.toExtents(vg.extentSize()).count();
    if (extents == 0) {
      throw new FailedException(
          "Size must leave space for at least one physical extent of "
              + vg.extentSize().count()
              + " sectors on PV "
              + device
              + ".");
    }
    if (extents > VolumeGroup.MAX_EXTENTS) {
      throw new FailedException(
          device + ": cannot resize to " + extents + " extents, which are too many.");
    }
    if (extents < pv.peCount()) {
      requireFree(vg, pv, device, extents);
    }
    return vg.withPv(pv.withSize(usable, extents));
  }

  private static void requireFree(VolumeGroup vg, PhysicalVolume pv, String device, long extents) {
    FreeExtents free = FreeExtents.of(vg);
    long allocated = pv.peCount() - free.count(pv.id());
    if (extents < allocated) {
      throw new FailedException(
          device
              + ": cannot resize to "
              + extents
              + " extents as "
              + allocated
              + " are allocated.");
    }
    List<ExtentRange> ranges = free.ranges(pv.id());
    ExtentRange last = ranges.get(ranges.size() - 1);
    boolean tailIsFree = last.first() <= extents && last.end() == pv.peCount();
    if (!tailIsFree) {
      throw new FailedException(
          device + ": cannot resize to " + extents + " extents as later ones are allocated.");
    }
  }
}
