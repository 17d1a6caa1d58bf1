package org.jlvm.core.engine.state;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.VolumeGroup;

/** Makes one segment of those that continue each other. */
public final class SegmentJoining {
  private SegmentJoining() {}

  /**
   * Segments that continue each other are one from now on, as when lvm2 reads them. Those of
   * volumes that are moved, and of what moves them, stay apart: they have to match.
   */
  public static VolumeGroup joined(VolumeGroup vg) {
    List<LogicalVolume> changed = new ArrayList<>();
    for (LogicalVolume lv : vg.lvs()) {
      boolean moving = lv.flags().has(Flag.LOCKED) || lv.flags().has(Flag.PVMOVE);
      if (lv.segments().size() > 1 && !moving && !isLegOfMove(vg, lv)) {
        LogicalVolume joined = lv.withJoinedSegments(lv.segments());
        if (joined.segments().size() < lv.segments().size()) {
          changed.add(joined);
        }
      }
    }
    return changed.isEmpty() ? vg : vg.withLvs(changed);
  }

  private static boolean isLegOfMove(VolumeGroup vg, LogicalVolume leg) {
    if (!leg.name().value().startsWith("pvmove")) {
      return false;
    }
    for (LogicalVolume lv : vg.lvs()) {
      if (lv.flags().has(Flag.PVMOVE)) {
        for (Area area : lv.firstSegment().areas()) {
          if (area instanceof Area.OnLv onLv && onLv.lv().equals(leg.id())) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
