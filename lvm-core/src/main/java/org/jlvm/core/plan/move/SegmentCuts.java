package org.jlvm.core.plan.move;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.segtype.striped.StripedSegment;

/** Cuts segments, so that each of the pieces has one place in another volume. */
final class SegmentCuts {
  private SegmentCuts() {}

  /** A volume cut where a segment of another one, which it is partly made of, begins. */
  static LogicalVolume at(LogicalVolume lv, LvmId other, TreeSet<Long> starts) {
    List<Segment> segments = new ArrayList<>(lv.segments().size());
    for (Segment segment : lv.segments()) {
      TreeSet<Long> cuts = new TreeSet<>();
      for (Area area : segment.areas()) {
        if (area instanceof Area.OnLv onLv && onLv.lv().equals(other)) {
          long end = onLv.extent() + segment.areaLength();
          for (long start : starts.subSet(onLv.extent(), false, end, false)) {
            cuts.add(start - onLv.extent());
          }
        }
      }
      segments.addAll(cuts.isEmpty() ? List.of(segment) : slices((StripedSegment) segment, cuts));
    }
    return lv.withSegments(segments);
  }

  /**
   * @param cuts in extents of the segment's areas; the end is added to them
   */
  static List<Segment> slices(StripedSegment segment, TreeSet<Long> cuts) {
    if (cuts.isEmpty()) {
      return List.of(segment);
    }
    List<Segment> slices = new ArrayList<>(cuts.size() + 1);
    long stripes = segment.areas().size();
    long from = 0;
    cuts.add(segment.areaLength());
    for (long cut : cuts) {
      slices.add(segment.slice(from * stripes, (cut - from) * stripes));
      from = cut;
    }
    return slices;
  }
}
