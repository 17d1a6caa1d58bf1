package org.jlvm.core.plan.pv;

import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;

/** What physical volumes are used for. */
public final class PvUse {
  private PvUse() {}

  /** Whether any volume of the group lies on it, if only in part. */
  public static boolean isUsed(VolumeGroup vg, LvmId pv) {
    for (LogicalVolume lv : vg.lvs()) {
      for (Segment segment : lv.segments()) {
        for (Area area : segment.areas()) {
          if (area instanceof Area.OnPv onPv && onPv.pv().equals(pv)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
