package org.jlvm.core.model;

import java.util.List;

/**
 * What every segment has.
 *
 * @param start first logical extent
 * @param length number of logical extents, 1 or more
 * @param reshapeLength extents kept for a running reshape, of the length; 0 if none
 * @param tags segment tags
 * @param unknown entries of a newer program
 */
public record SegmentHead(
    long start, long length, long reshapeLength, List<Tag> tags, UnknownEntries unknown) {
  public SegmentHead {
    if (start < 0 || length < 1 || reshapeLength < 0) {
      throw new IllegalArgumentException(
          "bad segment: start " + start + ", length " + length + ", reshape " + reshapeLength);
    }
    tags = List.copyOf(tags);
  }

  public static SegmentHead of(long start, long length) {
    return new SegmentHead(start, length, 0, List.of(), UnknownEntries.NONE);
  }

  public SegmentHead at(long newStart) {
    return new SegmentHead(newStart, length, reshapeLength, tags, unknown);
  }

  public SegmentHead withLength(long newLength) {
    return new SegmentHead(start, newLength, reshapeLength, tags, unknown);
  }
}
