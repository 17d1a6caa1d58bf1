package org.jlvm.activation.target;

import org.jlvm.activation.node.Piece;
import org.jlvm.core.model.LogicalVolume;

/** The device-mapper table of one segment type. */
interface SegmentMapping {
  /**
   * The line for a segment.
   *
   * @param index of the segment in the volume
   * @throws org.jlvm.core.error.FailedException if part of it is missing and must not be
   */
  Piece map(LogicalVolume lv, int index, Areas areas);

  /** Whether a new device with such a segment must wait until those above it stand still. */
  default boolean startsLate() {
    return false;
  }
}
