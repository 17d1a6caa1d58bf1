package org.jlvm.activation;

import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.segtype.raid.RaidSegment;

/** Whether volumes with missing PVs still have all their data. */
final class Redundancy {
  private Redundancy() {}

  /** Whether every segment is of an array that lacks no more images than it can do without. */
  static boolean survives(VgState vg, LogicalVolume lv) {
    for (Segment segment : lv.segments()) {
      if (!(segment instanceof RaidSegment raid) || lost(vg, raid) > tolerated(raid)) {
        return false;
      }
    }
    return true;
  }

  private static int lost(VgState vg, RaidSegment raid) {
    int lost = 0;
    for (int i = 0; i < raid.areas().size(); i++) {
      LogicalVolume image = vg.vg().lv(((Area.OnLv) raid.areas().get(i)).lv());
      boolean metadata =
          !raid.metadataLvs().isEmpty() && vg.isPartial(vg.vg().lv(raid.metadataLvs().get(i)));
      lost += vg.isPartial(image) || metadata ? 1 : 0;
    }
    return lost;
  }

  /** raid1 needs one image; parity levels lack as many as they have parity. */
  private static int tolerated(RaidSegment raid) {
    return raid.type().name().equals("raid1")
        ? raid.areas().size() - 1
        : raid.type().parityImages();
  }
}
