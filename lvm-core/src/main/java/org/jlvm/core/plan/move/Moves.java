package org.jlvm.core.plan.move;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.mirror.MoveProgress;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.segtype.virtual.VirtualSegment;
import org.jlvm.core.segtype.virtual.VirtualType;

/**
 * Moves that are under way. The extents belong to a hidden temporary volume, a mirror of the old
 * and the new place segment by segment, and the volumes that are moved are made of that.
 */
public final class Moves {
  /** What the names of temporary volumes begin with; lvm2 keeps such names to itself. */
  static final String NAME = "pvmove";

  private Moves() {}

  /** All temporary volumes of a group. */
  public static List<LogicalVolume> in(VolumeGroup vg) {
    List<LogicalVolume> moves = new ArrayList<>(0);
    for (LogicalVolume lv : vg.lvs()) {
      if (lv.flags().has(Flag.PVMOVE)) {
        moves.add(lv);
      }
    }
    return moves;
  }

  /**
   * Temporary volumes that a command left which was killed when its move was done: nothing is made
   * of them any more.
   */
  public static List<LogicalVolume> leftOver(VolumeGroup vg) {
    List<LogicalVolume> found = new ArrayList<>(0);
    for (LogicalVolume lv : vg.lvs()) {
      if (lv.name().value().startsWith(NAME)
          && !lv.flags().has(Flag.PVMOVE)
          && !lv.isVisible()
          && !lv.segments().isEmpty()
          && (lv.firstSegment() instanceof VirtualSegment || AtomicMove.isLeg(lv))
          && volumesIn(vg, lv.id()).isEmpty()) {
        found.add(lv);
      }
    }
    return found;
  }

  /** The temporary volume of a move away from a physical volume. */
  public static Optional<LogicalVolume> from(VolumeGroup vg, LvmId pv) {
    for (LogicalVolume move : in(vg)) {
      if (source(vg, move).equals(Optional.of(pv))) {
        return Optional.of(move);
      }
    }
    return Optional.empty();
  }

  /** Where a move takes its extents from; empty if it holds none on a physical volume. */
  public static Optional<LvmId> source(VolumeGroup vg, LogicalVolume move) {
    for (Segment segment : move.segments()) {
      Area first = segment.areas().get(0);
      if (first instanceof Area.OnPv onPv) {
        return Optional.of(onPv.pv());
      }
      Optional<LvmId> below = source(vg, vg.lv(((Area.OnLv) first).lv()));
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }

  /** Volumes that have extents in a move, in the order of the group. */
  public static Set<LvmId> volumesIn(VolumeGroup vg, LvmId move) {
    Set<LvmId> found = new LinkedHashSet<>();
    for (LogicalVolume lv : vg.lvs()) {
      if (isIn(move, lv)) {
        found.add(lv.id());
      }
    }
    return found;
  }

  private static boolean uses(Segment segment, LvmId move) {
    for (Area area : segment.areas()) {
      if (area instanceof Area.OnLv onLv && onLv.lv().equals(move)) {
        return true;
      }
    }
    return false;
  }

  /** The group when the running segment is copied: the next one is copied from then on. */
  public static VolumeGroup advanced(VolumeGroup vg, LogicalVolume move) {
    MirrorSegment running = MoveProgress.running(move).orElseThrow();
    List<Segment> segments = new ArrayList<>(move.segments().size());
    for (Segment segment : move.segments()) {
      segments.add(segment == running ? running.moved() : segment);
    }
    return vg.withLv(move.withSegments(segments));
  }

  /**
   * The group with the volumes at their final places: the new one of each segment that was copied
   * to its end, the old one of others. The temporary volume is left with nothing but errors.
   */
  public static VolumeGroup detached(VolumeGroup vg, LogicalVolume move) {
    if (!legs(move).isEmpty()) {
      return detachedByLegs(vg, move);
    }
    List<LogicalVolume> lvs = new ArrayList<>(vg.lvs().size());
    for (LogicalVolume lv : vg.lvs()) {
      if (lv.id().equals(move.id())) {
        lvs.add(empty(move));
      } else {
        lvs.add(isIn(move.id(), lv) ? detached(lv, move) : lv);
      }
    }
    return vg.toBuilder().lvs(lvs).build();
  }

  /** As for a move segment by segment; the legs stay, used by nobody. */
  private static VolumeGroup detachedByLegs(VolumeGroup vg, LogicalVolume move) {
    LogicalVolume bySegment = AtomicMove.bySegment(vg, move);
    TreeSet<Long> starts = new TreeSet<>();
    for (Segment segment : bySegment.segments()) {
      starts.add(segment.start());
    }
    List<LogicalVolume> lvs = new ArrayList<>(vg.lvs().size());
    for (LogicalVolume lv : vg.lvs()) {
      if (lv.id().equals(move.id())) {
        lvs.add(bySegment);
      } else {
        lvs.add(isIn(move.id(), lv) ? SegmentCuts.at(lv, move.id(), starts) : lv);
      }
    }
    return detached(vg.toBuilder().lvs(lvs).build(), bySegment);
  }

  /** The volumes that a move of all or nothing copies between; none of another move. */
  public static List<LvmId> legs(LogicalVolume move) {
    return AtomicMove.legs(move);
  }

  private static boolean isIn(LvmId move, LogicalVolume lv) {
    for (Segment segment : lv.segments()) {
      if (uses(segment, move)) {
        return true;
      }
    }
    return false;
  }

  private static LogicalVolume empty(LogicalVolume move) {
    long length = move.extentCount();
    VirtualSegment nothing = new VirtualSegment(SegmentHead.of(0, length), VirtualType.ERROR);
    return move.withFlag(Flag.PVMOVE, false)
        .withFlag(Flag.LOCKED, false)
        .withSegments(List.of(nothing));
  }

  private static LogicalVolume detached(LogicalVolume lv, LogicalVolume move) {
    List<Segment> segments = new ArrayList<>(lv.segments().size());
    for (Segment segment : lv.segments()) {
      List<Area> areas = new ArrayList<>(segment.areas().size());
      for (Area area : segment.areas()) {
        boolean moved = area instanceof Area.OnLv onLv && onLv.lv().equals(move.id());
        areas.add(moved ? finalPlace(move, area.extent()) : area);
      }
      segments.add(segment.withAreas(areas));
    }
    return lv.withFlag(Flag.LOCKED, false).withJoinedSegments(segments);
  }

  private static Area finalPlace(LogicalVolume move, long extent) {
    int low = 0;
    int high = move.segments().size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (extent < move.segments().get(middle).end()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    Segment segment = move.segments().get(low);
    boolean arrived = segment instanceof MirrorSegment mirror && mirror.isMoved();
    Area area = segment.areas().get(arrived ? 1 : 0);
    return area.shifted(extent - segment.start());
  }

  /** Whether a segment is of the kind that moves: extents on physical volumes, striped or not. */
  static boolean isMovable(LogicalVolume lv) {
    for (Segment segment : lv.segments()) {
      if (!(segment instanceof StripedSegment)) {
        return false;
      }
    }
    return !lv.segments().isEmpty();
  }
}
