package org.jlvm.cli.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.LvRelations;

/** Which logical volumes lie on which physical volumes, through the volumes they are made of. */
record VolumesOnPvs(VolumeGroup vg) {
  /** The volumes that users see, of those on a physical volume. */
  List<LogicalVolume> visibleOn(LvmId pv) {
    LvRelations relations = LvRelations.of(vg);
    List<LogicalVolume> found = new ArrayList<>();
    for (LogicalVolume lv : vg.lvs()) {
      if (relations.isVisible(lv) && liesOn(lv, pv::equals)) {
        found.add(lv);
      }
    }
    return found;
  }

  /** Whether any part of a volume lies on one of certain physical volumes. */
  boolean liesOn(LogicalVolume lv, Predicate<LvmId> pvs) {
    for (Segment segment : lv.segments()) {
      for (Area area : segment.areas()) {
        boolean found =
            area instanceof Area.OnPv onPv
                ? pvs.test(onPv.pv())
                : liesOn(vg.lv(((Area.OnLv) area).lv()), pvs);
        if (found) {
          return true;
        }
      }
      for (LvmId companion : segment.companions()) {
        if (!companion.equals(lv.id()) && liesOn(vg.lv(companion), pvs)) {
          return true;
        }
      }
    }
    return false;
  }
}
