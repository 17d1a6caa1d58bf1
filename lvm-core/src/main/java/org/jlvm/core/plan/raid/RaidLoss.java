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

/** A RAID1 volume that gives up images whose physical volumes are lost; their places stay. */
public final class RaidLoss {
  private RaidLoss() {}

  /**
   * Takes the lost images' extents away.
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
