package org.jlvm.core.plan.raid;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.segtype.virtual.VirtualSegment;
import org.jlvm.core.segtype.virtual.VirtualType;

/** Images of a RAID1 volume whose physical volumes are lost. */
public final class RaidLoss {
  private RaidLoss() {}

  /**
   * How many images have lost something, or have no place on disk any more.
   *
   * @param missing physical volumes that are lost
   */
  public static int count(VolumeGroup vg, LogicalVolume lv, Set<LvmId> missing) {
    RaidDraft draft = new RaidDraft(vg, lv);
    int lost = 0;
    for (int i = 0; i < draft.count(); i++) {
      lost += isLost(draft.pair(i), missing) ? 1 : 0;
    }
    return lost;
  }

  static boolean isLost(RaidParts.Pair pair, Set<LvmId> missing) {
    return isLost(pair.image(), missing) || isLost(pair.metadata(), missing);
  }

  static boolean isLost(LogicalVolume part, Set<LvmId> missing) {
    return RaidDraft.isError(part) || isOn(part, missing);
  }

  /**
   * Takes the lost images' extents away; their places stay.
   *
   * @param missing physical volumes that are lost
   * @return empty if no image has lost anything
   */
  public static Optional<Plan> withoutLost(VolumeGroup vg, LogicalVolume lv, Set<LvmId> missing) {
    RaidDraft draft = new RaidDraft(vg, lv);
    boolean any = false;
    for (int i = 0; i < draft.count(); i++) {
      RaidParts.Pair pair = draft.pair(i);
      if (isOn(pair.image(), missing) || isOn(pair.metadata(), missing)) {
        draft.put(i, new RaidParts.Pair(empty(pair.image()), empty(pair.metadata())));
        any = true;
      }
    }
    return any
        ? Optional.of(Plan.of(vg).commit(draft.group(), List.of(lv.id())).build())
        : Optional.empty();
  }

  private static boolean isOn(LogicalVolume part, Set<LvmId> pvs) {
    for (LvmId pv : pvs) {
      if (Redundant.isOn(part, pv)) {
        return true;
      }
    }
    return false;
  }

  private static LogicalVolume empty(LogicalVolume part) {
    return part.withSegments(
        List.of(new VirtualSegment(SegmentHead.of(0, part.extentCount()), VirtualType.ERROR)));
  }
}
