package org.jlvm.core.segtype.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.units.Sectors;

/**
 * The same extents on every area; also what pvmove makes of a segment while it moves.
 *
 * @param head place in the volume
 * @param areas the legs; of a pvmove, source and target
 * @param extentsMoved extents copied so far; present in a pvmove only
 * @param log volume with the synchronisation log; empty for a log in memory
 * @param region size of a region; zero if not recorded
 */
public record MirrorSegment(
    SegmentHead head,
    List<Area> areas,
    OptionalLong extentsMoved,
    Optional<LvmId> log,
    Sectors region)
    implements Segment {
  public MirrorSegment {
    areas = List.copyOf(areas);
    if (areas.isEmpty()) {
      throw new IllegalArgumentException("a mirror without legs");
    }
  }

  /** Whether this segment moves extents from one place to another. */
  public boolean isMove() {
    return extentsMoved.isPresent();
  }

  /** Whether everything is at its new place. */
  public boolean isMoved() {
    return extentsMoved.orElse(-1) == areaLength();
  }

  /** The same with everything at its new place. */
  public MirrorSegment moved() {
    return new MirrorSegment(head, areas, OptionalLong.of(areaLength()), log, region);
  }

  /** The same with its log elsewhere. */
  public MirrorSegment withLog(Optional<LvmId> newLog) {
    return new MirrorSegment(head, areas, extentsMoved, newLog, region);
  }

  @Override
  public SegmentType type() {
    return MirrorType.INSTANCE;
  }

  @Override
  public Optional<Sectors> regionSize() {
    return region.isZero() ? Optional.empty() : Optional.of(region);
  }

  @Override
  public List<LvmId> companions() {
    return log.map(List::of).orElseGet(List::of);
  }

  @Override
  public MirrorSegment withHead(SegmentHead newHead) {
    return new MirrorSegment(newHead, areas, extentsMoved, log, region);
  }

  @Override
  public MirrorSegment withAreas(List<Area> newAreas) {
    return new MirrorSegment(head, newAreas, extentsMoved, log, region);
  }

  @Override
  public MirrorSegment slice(long offset, long length) {
    List<Area> shifted = new ArrayList<>(areas.size());
    for (Area area : areas) {
      shifted.add(area.shifted(offset));
    }
    SegmentHead part = head.at(head.start() + offset).withLength(length);
    return new MirrorSegment(part, shifted, extentsMoved, log, region);
  }
}
