package org.jlvm.core.model;

/**
 * One way of mapping extents. Everything particular to it is in its package: metadata keys, limits
 * and report values here and in its {@link Segment}, its device-mapper table in the activation
 * layer.
 */
public interface SegmentType {
  /** The name in metadata, e.g. {@code striped}. */
  String name();

  /** Reads the keys of this type. Errors name the segment and its volume (FormatException). */
  Segment read(SegmentHead head, SegmentSource source);

  /** Writes the keys of this type in lvm2's order. */
  void write(Segment segment, SegmentSink sink);
}
