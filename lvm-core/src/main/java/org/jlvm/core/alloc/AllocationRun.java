package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;

/** One allocation under way: what is found so far, and what is left to take from. */
final class AllocationRun {
  final AllocationRequest request;
  final AllocationSettings settings;
  final AllocationShape shape;
  final FreeSpace space;
  final Optional<Segment> lastSegment;

  /** Whether the result may consist of several pieces. */
  final boolean canSplit;

  /** Logical extents to have in the end, those of the volume and cut metadata included. */
  final long target;

  private final List<Allocation.Piece> pieces = new ArrayList<>();
  private final List<PvExtents> logs = new ArrayList<>();
  private final List<PvExtents> metadata = new ArrayList<>();
  private final List<Set<LvmId>> pvsTaken = new ArrayList<>();
  private long reached;
  private long areaLengthTaken;

  AllocationRun(
      AllocationRequest request, AllocationSettings settings, FreeSpace space, boolean canSplit) {
    this.request = request;
    this.settings = settings;
    this.space = space;
    this.canSplit = canSplit;
    shape = request.shape();
    lastSegment = request.lastSegment();
    reached = request.existing();
    for (int i = 0; i < shape.dataAreas(); i++) {
      pvsTaken.add(new LinkedHashSet<>());
    }
    target = shape.areas() == 0 ? reached : reached + request.extents() + shape.splitExtents();
  }

  /** Logical extents there are by now, with those of the volume. */
  long reached() {
    return reached;
  }

  long missing() {
    return target - reached;
  }

  /** Logs still to be found; they come with the first piece. */
  int logsNeeded() {
    return logs.isEmpty() ? shape.logs() : 0;
  }

  boolean metadataToBeCut() {
    return shape.splitMetadata() && metadata.isEmpty();
  }

  boolean isComplete() {
    return missing() == 0 && logsNeeded() == 0;
  }

  /** Whether the last segment has as many areas as are wanted, so that each can be continued. */
  boolean continuesSegment() {
    return lastSegment.isPresent() && lastSegment.get().areas().size() == shape.dataAreas();
  }

  /** The physical volumes on which areas were taken for one of the data areas. */
  Set<LvmId> pvsTaken(int slot) {
    return pvsTaken.get(slot);
  }

  /** Extents that each data area has by now, cut metadata included. */
  long areaLengthTaken() {
    return areaLengthTaken;
  }

  /**
   * Takes the areas chosen for one piece and, with the first, for the logs.
   *
   * @param limit logical extents at most
   */
  void take(List<ReservedArea> chosen, List<ReservedArea> chosenLogs, long limit) {
    long length = limit / shape.multiple();
    for (ReservedArea area : chosen) {
      length = Math.min(length, area.length());
    }
    takePiece(chosen, length);
    for (ReservedArea reserved : chosenLogs) {
      logs.add(reserved.consume(shape.logLength()));
    }
    areaLengthTaken += length;
    reached += length * shape.multiple();
  }

  private void takePiece(List<ReservedArea> chosen, long length) {
    boolean cut = metadataToBeCut();
    long dataLength = cut ? length - shape.logLength() : length;
    List<PvExtents> areas = new ArrayList<>(chosen.size());
    for (ReservedArea reserved : chosen) {
      if (cut) {
        if (reserved.area().count < shape.logLength()) {
          throw new FailedException("Metadata does not fit on a single PV.");
        }
        metadata.add(reserved.consume(shape.logLength()));
      }
      if (dataLength > 0) {
        pvsTaken.get(areas.size()).add(reserved.area().space.pv.id());
        areas.add(reserved.consume(dataLength));
      }
    }
    if (!areas.isEmpty()) {
      pieces.add(new Allocation.Piece(areas));
    }
  }

  Allocation result() {
    long extents = 0;
    for (Allocation.Piece piece : pieces) {
      extents += piece.areaLength() * shape.multiple();
    }
    return new Allocation(pieces, logs, metadata, extents);
  }
}
