package org.jlvm.core.segtype;

import java.util.function.Predicate;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;

/** Hidden parts of a volume that were activated on their own (lvmraid(7)), so may be in use. */
public final class ActiveParts {
  private final VolumeGroup vg;
  private final Predicate<LogicalVolume> active;

  /**
   * @param active whether a volume has a device
   */
  public ActiveParts(VolumeGroup vg, Predicate<LogicalVolume> active) {
    this.vg = vg;
    this.active = active;
  }

  /** Whether a volume has such parts; not if it is active itself, as its parts are then. */
  public boolean areIn(LogicalVolume lv) {
    return !isLeftAlone(lv) && !active.test(lv) && below(lv);
  }

  private boolean below(LogicalVolume lv) {
    for (Segment segment : lv.segments()) {
      for (Area area : segment.areas()) {
        if (area instanceof Area.OnLv onLv && found(onLv.lv())) {
          return true;
        }
      }
      for (LvmId companion : segment.companions()) {
        if (found(companion)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean found(LvmId id) {
    LogicalVolume part = vg.lv(id);
    if (isLeftAlone(part)) {
      return false;
    }
    return active.test(part) ? !part.flags().has(Flag.VISIBLE) : below(part);
  }

  /** What is being moved has its devices at any time. */
  private static boolean isLeftAlone(LogicalVolume lv) {
    return lv.flags().has(Flag.LOCKED) || lv.flags().has(Flag.PVMOVE);
  }
}
