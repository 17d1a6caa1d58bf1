package org.jlvm.core.segtype.snapshot;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.units.Sectors;

/**
 * Ties an origin to the volume that keeps its old chunks. It is the only segment of a hidden LV
 * ({@code snapshot0}, ...); what the user calls the snapshot is the exception store.
 *
 * @param head place in the hidden volume
 * @param chunk size of a chunk
 * @param origin the volume that was frozen
 * @param cow the exception store
 * @param merging whether the store is being merged back into its origin
 */
public record SnapshotSegment(
    SegmentHead head, Sectors chunk, LvmId origin, LvmId cow, boolean merging) implements Segment {
  @Override
  public SegmentType type() {
    return SnapshotType.INSTANCE;
  }

  @Override
  public List<Area> areas() {
    return List.of();
  }

  @Override
  public Optional<Sectors> chunkSize() {
    return Optional.of(chunk);
  }

  @Override
  public List<LvmId> companions() {
    return List.of(origin, cow);
  }

  @Override
  public SnapshotSegment withHead(SegmentHead newHead) {
    return new SnapshotSegment(newHead, chunk, origin, cow, merging);
  }

  @Override
  public SnapshotSegment withAreas(List<Area> newAreas) {
    if (!newAreas.isEmpty()) {
      throw new IllegalArgumentException("a snapshot has no areas");
    }
    return this;
  }

  public SnapshotSegment withMerging(boolean newMerging) {
    return new SnapshotSegment(head, chunk, origin, cow, newMerging);
  }

  @Override
  public SnapshotSegment slice(long offset, long length) {
    return withHead(head.at(head.start() + offset).withLength(length));
  }
}
