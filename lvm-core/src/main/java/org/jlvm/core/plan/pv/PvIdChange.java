package org.jlvm.core.plan.pv;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;

/** Gives a physical volume of a group another id. */
public final class PvIdChange {
  private PvIdChange() {}

  /**
   * The group with the id replaced wherever it stands.
   *
   * @throws FailedException if a segment of a type that is not known uses the volume
   */
  public static VolumeGroup replace(VolumeGroup vg, LvmId before, LvmId after) {
    List<PhysicalVolume> pvs = new ArrayList<>(vg.pvs().size());
    for (PhysicalVolume pv : vg.pvs()) {
      pvs.add(pv.id().equals(before) ? pv.withId(after) : pv);
    }
    List<LogicalVolume> lvs = new ArrayList<>(vg.lvs().size());
    for (LogicalVolume lv : vg.lvs()) {
      lvs.add(replace(vg, lv, before, after));
    }
    return vg.toBuilder().pvs(pvs).lvs(lvs).build();
  }

  private static LogicalVolume replace(
      VolumeGroup vg, LogicalVolume lv, LvmId before, LvmId after) {
    List<Segment> segments = new ArrayList<>(lv.segments().size());
    boolean changed = false;
    for (Segment segment : lv.segments()) {
      if (segment.foreignPvs().contains(before)) {
        throw new FailedException(
            "Cannot change VG " + vg.name() + " with unknown segments in it!");
      }
      List<Area> areas = replace(segment.areas(), before, after);
      boolean same = areas.equals(segment.areas());
      segments.add(same ? segment : segment.withAreas(areas));
      changed |= !same;
    }
    return changed ? lv.toBuilder().segments(segments).build() : lv;
  }

  private static List<Area> replace(List<Area> areas, LvmId before, LvmId after) {
    List<Area> replaced = new ArrayList<>(areas.size());
    for (Area area : areas) {
      boolean match = area instanceof Area.OnPv onPv && onPv.pv().equals(before);
      replaced.add(match ? new Area.OnPv(after, ((Area.OnPv) area).extent()) : area);
    }
    return replaced;
  }
}
