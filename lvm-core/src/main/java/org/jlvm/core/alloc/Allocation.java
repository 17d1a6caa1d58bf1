package org.jlvm.core.alloc;

import java.util.List;

/**
 * Extents found for a request. They are free in the group that was asked about, and stay so until
 * segments name them.
 *
 * @param pieces runs of logical extents in order; areas in a piece are equally long
 * @param logs one for each log
 * @param metadata one for each data and parity area if they have split metadata
 * @param extents logical extents of all pieces
 */
public record Allocation(
    List<Piece> pieces, List<PvExtents> logs, List<PvExtents> metadata, long extents) {
  public Allocation {
    pieces = List.copyOf(pieces);
    logs = List.copyOf(logs);
    metadata = List.copyOf(metadata);
  }

  /**
   * Areas side by side.
   *
   * @param areas data areas, then parity areas
   */
  public record Piece(List<PvExtents> areas) {
    public Piece {
      areas = List.copyOf(areas);
    }

    /** Extents in each area. */
    public long areaLength() {
      return areas.get(0).length();
    }
  }

  /** The areas of one stripe, leg or image. */
  public List<PvExtents> areasAt(int index) {
    PvExtents[] column = new PvExtents[pieces.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = pieces.get(i).areas().get(index);
    }
    return List.of(column);
  }
}
