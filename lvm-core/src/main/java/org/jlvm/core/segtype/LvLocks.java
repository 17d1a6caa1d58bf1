package org.jlvm.core.segtype;

import java.util.List;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;

/** Volumes that are being moved or converted, and so must stay as they are. */
public final class LvLocks {
  private LvLocks() {}

  /** Whether a volume, or any that it is made of, carries the flag. */
  public static boolean isLocked(VolumeGroup vg, LogicalVolume lv) {
    if (lv.flags().has(Flag.LOCKED)) {
      return true;
    }
    List<Segment> segments = lv.segments();
    for (Segment segment : segments) {
      for (Area area : segment.areas()) {
        if (area instanceof Area.OnLv onLv && isLocked(vg, onLv.lv())) {
          return true;
        }
      }
      for (LvmId companion : segment.companions()) {
        if (isLocked(vg, companion)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isLocked(VolumeGroup vg, LvmId id) {
    return vg.findLv(id).filter(part -> isLocked(vg, part)).isPresent();
  }
}
