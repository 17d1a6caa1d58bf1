package org.jlvm.core.alloc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;

/**
 * The extents of each physical volume of a group that no segment uses. Missing and unallocatable
 * volumes are included, as in lvm2's count of free extents. The cost is that of sorting the areas
 * of each volume.
 */
public final class FreeExtents {
  private final Map<LvmId, List<ExtentRange>> ranges;
  private final Map<LvmId, Long> counts;
  private final long total;

  private FreeExtents(Map<LvmId, List<ExtentRange>> ranges) {
    this.ranges = ranges;
    counts = new HashMap<>(ranges.size() * 2);
    long sum = 0;
    for (Map.Entry<LvmId, List<ExtentRange>> entry : ranges.entrySet()) {
      long count = 0;
      for (ExtentRange range : entry.getValue()) {
        count += range.count();
      }
      counts.put(entry.getKey(), count);
      sum += count;
    }
    total = sum;
  }

  /**
   * The free extents of a group.
   *
   * @throws FormatException if two areas overlap or one goes beyond the end of its volume
   */
  public static FreeExtents of(VolumeGroup vg) {
    Map<LvmId, UsedExtents> used = new HashMap<>(vg.pvs().size() * 2);
    for (PhysicalVolume pv : vg.pvs()) {
      used.put(pv.id(), new UsedExtents(pv));
    }
    for (LogicalVolume lv : vg.lvs()) {
      for (Segment segment : lv.segments()) {
        add(used, segment);
      }
    }
    Map<LvmId, List<ExtentRange>> gaps = new HashMap<>(used.size() * 2);
    for (UsedExtents pv : used.values()) {
      gaps.put(pv.id(), pv.gaps());
    }
    return new FreeExtents(gaps);
  }

  private static void add(Map<LvmId, UsedExtents> used, Segment segment) {
    List<Area> areas = segment.areas();
    for (int i = 0; i < areas.size(); i++) {
      if (areas.get(i) instanceof Area.OnPv onPv) {
        UsedExtents pv = used.get(onPv.pv());
        if (pv != null) {
          pv.add(onPv.extent(), segment.areaLength());
        }
      }
    }
  }

  /** Free runs of a physical volume by position, none adjacent to another. */
  public List<ExtentRange> ranges(LvmId pv) {
    return ranges.getOrDefault(pv, List.of());
  }

  /** Number of free extents of a physical volume. */
  public long count(LvmId pv) {
    return counts.getOrDefault(pv, 0L);
  }

  /** Number of free extents of the whole group. */
  public long total() {
    return total;
  }
}
