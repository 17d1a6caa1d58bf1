package org.jlvm.core.plan.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.striped.StripedSegment;

/**
 * Moves of all or nothing ({@code pvmove --atomic}): the temporary volume is a single mirror of two
 * volumes, which hold the old and the new places.
 */
final class AtomicMove {
  private static final String LEG = "_mimage_";

  private AtomicMove() {}

  /** The temporary volume in one segment, and its two legs. */
  static List<LogicalVolume> split(MoveRequest request, LogicalVolume bySegment) {
    List<LogicalVolume> volumes = new ArrayList<>(3);
    List<Area> legs = new ArrayList<>(2);
    for (LvmId leg : request.legs()) {
      legs.add(new Area.OnLv(leg, 0));
    }
    MirrorSegment whole =
        new MirrorSegment(
            SegmentHead.of(0, bySegment.extentCount()),
            legs,
            OptionalLong.of(0),
            Optional.empty(),
            request.region());
    volumes.add(bySegment.withSegments(List.of(whole)));
    for (int i = 0; i < request.legs().size(); i++) {
      volumes.add(
          new LogicalVolume.Builder(
                  request.legs().get(i), new LvName(bySegment.name().value() + LEG + i))
              .flags(Flags.of(Flags.Owner.LV, Flag.READ, Flag.WRITE))
              .creation(request.creation())
              .segments(leg(bySegment, i))
              .build());
    }
    return volumes;
  }

  private static List<Segment> leg(LogicalVolume bySegment, int index) {
    List<Segment> segments = new ArrayList<>(bySegment.segments().size());
    for (Segment segment : bySegment.segments()) {
      segments.add(
          StripedSegment.linear(segment.start(), segment.length(), segment.areas().get(index)));
    }
    return segments;
  }

  /** The volumes that the temporary volume's single segment is made of; none if it has many. */
  static List<LvmId> legs(LogicalVolume move) {
    List<LvmId> legs = new ArrayList<>(0);
    if (move.segments().get(0) instanceof MirrorSegment mirror) {
      for (Area area : mirror.areas()) {
        if (area instanceof Area.OnLv onLv) {
          legs.add(onLv.lv());
        }
      }
    }
    return legs;
  }

  /** Whether a volume was made to be a leg. */
  static boolean isLeg(LogicalVolume lv) {
    return lv.name().value().startsWith(Moves.NAME) && lv.name().value().contains(LEG);
  }

  /** The same move segment by segment: each lies in one segment of either leg. */
  static LogicalVolume bySegment(VolumeGroup vg, LogicalVolume move) {
    MirrorSegment whole = (MirrorSegment) move.firstSegment();
    TreeSet<Long> starts = new TreeSet<>();
    for (LvmId leg : legs(move)) {
      for (Segment segment : vg.lv(leg).segments()) {
        starts.add(segment.start());
      }
    }
    List<Segment> segments = new ArrayList<>(starts.size());
    for (long start : starts) {
      Long next = starts.higher(start);
      long end = next == null ? whole.end() : next;
      List<Area> places = new ArrayList<>(2);
      for (LvmId leg : legs(move)) {
        places.add(place(vg.lv(leg), start));
      }
      segments.add(
          new MirrorSegment(
              SegmentHead.of(start, end - start),
              places,
              OptionalLong.of(whole.isMoved() ? end - start : 0),
              whole.log(),
              whole.region()));
    }
    return move.withSegments(segments);
  }

  private static Area place(LogicalVolume leg, long extent) {
    for (Segment segment : leg.segments()) {
      if (extent < segment.end()) {
        return segment.areas().get(0).shifted(extent - segment.start());
      }
    }
    throw new IllegalStateException(leg.name() + " ends before extent " + extent);
  }
}
