package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.striped.StripedSegment;

/** Finds the physical areas behind the segment at some logical extent, through volumes below. */
final class Places {

  /**
   * One physical area of a segment.
   *
   * @param slot position among the areas of the segment on top
   * @param pv its volume
   * @param start first extent
   * @param length all extents of the area
   */
  record Place(int slot, LvmId pv, long start, long length) {
    long end() {
      return start + length;
    }
  }

  /** Far more than any stack that lvm2 makes; ends the search in volumes made of themselves. */
  private static final int MAX_DEPTH = 64;

  /** Stands for the slot where there is none because the volume is the one asked about. */
  private static final int TOP = -1;

  private final VolumeGroup vg;
  private final boolean withLogs;
  private final List<Place> found = new ArrayList<>();
  private long shortest = Long.MAX_VALUE;

  private Places(VolumeGroup vg, boolean withLogs) {
    this.vg = vg;
    this.withLogs = withLogs;
  }

  /** The areas of the segment at an extent; of volumes below, only the segment there. */
  static List<Place> at(VolumeGroup vg, LogicalVolume lv, long extent) {
    Places places = new Places(vg, false);
    places.visit(lv, extent, 1, TOP, false, 0);
    return places.found;
  }

  /**
   * All areas, logs of mirrors included, behind the start of a run of extents; how far they reach
   * is {@link Run#length}.
   */
  static Run run(VolumeGroup vg, LogicalVolume lv, long extent, long length) {
    Places places = new Places(vg, true);
    places.visit(lv, extent, length, TOP, false, 0);
    return new Run(places.found, Math.min(length, places.shortest));
  }

  /**
   * Places behind a run of extents.
   *
   * @param length extents from the start of the run that lie in one segment on each level
   */
  record Run(List<Place> places, long length) {}

  static Optional<Segment> segmentAt(LogicalVolume lv, long extent) {
    List<Segment> segments = lv.segments();
    int low = 0;
    int high = segments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segments.get(middle).end() <= extent) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < segments.size() ? Optional.of(segments.get(low)) : Optional.empty();
  }

  /** Stripes of each leg of a mirror; 1 for anything else. */
  static int stripesPerLeg(VolumeGroup vg, Segment segment) {
    if (segment instanceof MirrorSegment
        && segment.areas().get(0) instanceof Area.OnLv onLv
        && !vg.lv(onLv.lv()).segments().isEmpty()) {
      List<Segment> below = vg.lv(onLv.lv()).segments();
      if (below.get(below.size() - 1) instanceof StripedSegment striped) {
        return striped.areas().size();
      }
    }
    return 1;
  }

  /**
   * @param topSlot slot of the first area, or {@link #TOP}
   * @param firstTwo whether to look at the first two areas only
   */
  private void visit(
      LogicalVolume lv, long extent, long length, int topSlot, boolean firstTwo, int depth) {
    if (depth > MAX_DEPTH) {
      throw new FormatException("Logical volume " + lv.name() + " is stacked too deep.");
    }
    Optional<Segment> there = segmentAt(lv, extent);
    if (there.isEmpty()) {
      return;
    }
    Segment segment = there.get();
    long rest = Math.min(length, segment.end() - extent);
    shortest = Math.min(shortest, rest);
    long multiple = Math.max(1, segment.length() / segment.areaLength());
    int stripesPerLeg = topSlot == TOP ? stripesPerLeg(vg, segment) : 1;
    List<Area> areas = segment.areas();
    for (int i = 0; i < areas.size() && (!firstTwo || i <= 1); i++) {
      if (areas.get(i) instanceof Area.OnLv below) {
        visit(
            vg.lv(below.lv()),
            below.extent() + (extent - segment.start()) / multiple,
            Math.max(1, rest / multiple),
            topSlot == TOP ? i * stripesPerLeg : topSlot,
            !withLogs && stripesPerLeg == 1,
            depth + 1);
      } else if (areas.get(i) instanceof Area.OnPv onPv) {
        int slot = topSlot == TOP ? i : topSlot + i;
        found.add(new Place(slot, onPv.pv(), onPv.extent(), segment.areaLength()));
      }
    }
    if (withLogs && segment instanceof MirrorSegment mirror && mirror.log().isPresent()) {
      visitLog(vg.lv(mirror.log().get()), depth + 1);
    }
  }

  private void visitLog(LogicalVolume log, int depth) {
    long before = shortest;
    visit(log, 0, log.extentCount(), 0, false, depth);
    shortest = before;
  }
}
