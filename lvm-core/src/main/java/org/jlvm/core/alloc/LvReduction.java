package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.segtype.striped.StripedSegment;

/** Makes volumes shorter; what their segments no longer name is free. */
public final class LvReduction {
  private LvReduction() {}

  /**
   * The volume without its last extents.
   *
   * @param extents how many to take away, less than there are
   * @throws FailedException if that would cut a striped segment inside a stripe
   */
  public static LogicalVolume reduce(LogicalVolume lv, long extents) {
    if (extents < 0 || extents >= lv.extentCount()) {
      throw new FailedException(
          "Unable to reduce "
              + lv.name()
              + " by "
              + extents
              + " of "
              + lv.extentCount()
              + " extents.");
    }
    long end = lv.extentCount() - extents;
    List<Segment> kept = new ArrayList<>(lv.segments().size());
    for (Segment segment : lv.segments()) {
      if (segment.end() <= end) {
        kept.add(segment);
      } else if (segment.start() < end) {
        kept.add(shortened(segment, end - segment.start()));
      }
    }
    return lv.withSegments(kept);
  }

  private static Segment shortened(Segment segment, long length) {
    int stripes = segment instanceof StripedSegment striped ? striped.areas().size() : 1;
    long reduction = segment.length() - length;
    if (reduction % stripes != 0) {
      throw new FailedException(
          "Segment extent reduction " + reduction + " not divisible by #stripes " + stripes);
    }
    return segment.slice(0, length);
  }
}
