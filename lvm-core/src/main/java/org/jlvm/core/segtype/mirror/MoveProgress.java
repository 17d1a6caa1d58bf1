package org.jlvm.core.segtype.mirror;

import java.util.Optional;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;

/** How far a move is, by the metadata of its temporary volume. Segments are copied in order. */
public final class MoveProgress {
  private MoveProgress() {}

  /** The segment that is being copied now; empty if all are done. */
  public static Optional<MirrorSegment> running(LogicalVolume move) {
    for (Segment segment : move.segments()) {
      if (segment instanceof MirrorSegment mirror && !mirror.isMoved()) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  /**
   * Extents that are at their new place.
   *
   * @param inSync regions of the running segment that are copied
   * @param total its regions
   */
  public static long extentsDone(LogicalVolume move, long inSync, long total) {
    long done = 0;
    for (Segment segment : move.segments()) {
      done +=
          segment instanceof MirrorSegment mirror
              ? mirror.extentsMoved().orElse(0)
              : segment.length();
    }
    Optional<MirrorSegment> running = running(move);
    if (running.isEmpty()) {
      return done;
    }
    long copied = running.get().areaLength() * inSync / Math.max(1, total);
    return done - running.get().extentsMoved().orElse(0) + copied;
  }
}
