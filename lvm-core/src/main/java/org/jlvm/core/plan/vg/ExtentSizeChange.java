package org.jlvm.core.plan.vg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.unknown.UnknownSegment;
import org.jlvm.core.units.Sectors;

/** Counts everything in a group in extents of another size; no data moves. */
public final class ExtentSizeChange {
  private final VolumeGroup vg;
  private final long oldSize;
  private final long newSize;

  private ExtentSizeChange(VolumeGroup vg, Sectors size) {
    this.vg = vg;
    oldSize = vg.extentSize().count();
    newSize = size.count();
  }

  /**
   * The group with extents of another size.
   *
   * @param size a size that extents may have
   * @param pvNames how messages name the physical volumes
   * @throws FailedException if something would not be a whole number of extents
   */
  public static VolumeGroup apply(VolumeGroup vg, Sectors size, Map<LvmId, String> pvNames) {
    if (!vg.isResizeable()) {
      throw new FailedException(
          "Volume group \"" + vg.name() + "\" must be resizeable to change PE size");
    }
    return size.equals(vg.extentSize()) ? vg : new ExtentSizeChange(vg, size).apply(pvNames);
  }

  private VolumeGroup apply(Map<LvmId, String> pvNames) {
    long total = vg.extentCount();
    if (newSize > oldSize && total * oldSize % newSize != 0) {
      throw new FailedException("New extent size is not a perfect fit");
    }
    Map<LvmId, Long> used = usedExtents();
    long allUsed = 0;
    for (long one : used.values()) {
      allUsed += one;
    }
    convert(total, vg.name().value());
    convert(total - allUsed, vg.name() + " free space");
    List<PhysicalVolume> pvs = new ArrayList<>(vg.pvs().size());
    for (PhysicalVolume pv : vg.pvs()) {
      String name = pvNames.getOrDefault(pv.id(), "[unknown]");
      long count = convert(pv.peCount(), name);
      convert(used.getOrDefault(pv.id(), 0L), name + " allocated space");
      pvs.add(pv.withSize(pv.deviceSize(), count));
    }
    List<LogicalVolume> lvs = new ArrayList<>(vg.lvs().size());
    for (LogicalVolume lv : vg.lvs()) {
      convert(lv.extentCount(), lv.name().value());
      lvs.add(lv.withSegments(segments(lv)));
    }
    return vg.toBuilder().extentSize(Sectors.of(newSize)).pvs(pvs).lvs(lvs).build();
  }

  private Map<LvmId, Long> usedExtents() {
    Map<LvmId, Long> used = new HashMap<>();
    for (LogicalVolume lv : vg.lvs()) {
      for (Segment segment : lv.segments()) {
        for (Area area : segment.areas()) {
          if (area instanceof Area.OnPv onPv) {
            used.merge(onPv.pv(), segment.areaLength(), Long::sum);
          }
        }
      }
    }
    return used;
  }

  private List<Segment> segments(LogicalVolume lv) {
    String name = lv.name().value();
    List<Segment> changed = new ArrayList<>(lv.segments().size());
    for (Segment segment : lv.segments()) {
      if (segment instanceof UnknownSegment) {
        throw new FailedException(
            "Cannot change VG " + vg.name() + " with unknown segments in it!");
      }
      SegmentHead head = segment.head();
      SegmentHead scaled =
          new SegmentHead(
              convert(head.start(), name + " segment start"),
              convert(head.length(), name + " segment length"),
              convert(head.reshapeLength(), name + " reshape length"),
              head.tags(),
              head.unknown());
      convert(segment.areaLength(), name + " area length");
      changed.add(withMove(segment, name).withHead(scaled).withAreas(areas(segment, name)));
    }
    return changed;
  }

  private Segment withMove(Segment segment, String name) {
    if (segment instanceof MirrorSegment mirror && mirror.isMove()) {
      long moved = convert(mirror.extentsMoved().orElse(0), name + " extents moved");
      return new MirrorSegment(
          mirror.head(), mirror.areas(), OptionalLong.of(moved), mirror.log(), mirror.region());
    }
    return segment;
  }

  private List<Area> areas(Segment segment, String name) {
    List<Area> areas = new ArrayList<>(segment.areas().size());
    for (Area area : segment.areas()) {
      String what = area instanceof Area.OnPv ? " pvseg start" : " area start";
      areas.add(area.shifted(convert(area.extent(), name + what) - area.extent()));
    }
    return areas;
  }

  private long convert(long extents, String what) {
    long size = Math.multiplyExact(oldSize, extents);
    if (size % newSize != 0) {
      throw new FailedException(
          "New size " + size + " for " + what + " not an exact number of new extents.");
    }
    long count = size / newSize;
    if (count > VolumeGroup.MAX_EXTENTS) {
      throw new FailedException("New extent count " + count + " for " + what + " exceeds 32 bits.");
    }
    return count;
  }
}
