package org.jlvm.core.report.lvm;

import java.util.Optional;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;

/**
 * Neighbouring physical extents with the same use.
 *
 * @param start first extent
 * @param length number of extents
 * @param use what lies on them; empty if they are free
 */
public record PvRun(long start, long length, Optional<Use> use) {
  /** A segment of a volume. */
  public record Use(LogicalVolume lv, Segment segment) {}

  static PvRun free(long start, long length) {
    return new PvRun(start, length, Optional.empty());
  }
}
