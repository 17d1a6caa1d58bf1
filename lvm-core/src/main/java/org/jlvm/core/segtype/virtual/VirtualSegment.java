package org.jlvm.core.segtype.virtual;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;

/**
 * Extents that lie nowhere: they read as zeros, or every access fails.
 *
 * @param head place in the volume
 * @param type {@link VirtualType#ZERO} or {@link VirtualType#ERROR}
 */
public record VirtualSegment(SegmentHead head, VirtualType type) implements Segment {
  @Override
  public List<Area> areas() {
    return List.of();
  }

  @Override
  public VirtualSegment withHead(SegmentHead newHead) {
    return new VirtualSegment(newHead, type);
  }

  @Override
  public VirtualSegment withAreas(List<Area> newAreas) {
    if (!newAreas.isEmpty()) {
      throw new IllegalArgumentException("a " + type.name() + " segment has no areas");
    }
    return this;
  }

  @Override
  public VirtualSegment slice(long offset, long length) {
    return withHead(head.at(head.start() + offset).withLength(length));
  }

  @Override
  public Optional<Segment> mergedWith(Segment next) {
    boolean same =
        next instanceof VirtualSegment other
            && other.type == type
            && other.head.tags().equals(head.tags())
            && other.head.unknown().equals(head.unknown());
    return same
        ? Optional.of(withHead(head.withLength(head.length() + next.length())))
        : Optional.empty();
  }
}
