package org.jlvm.core.model;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.units.Sectors;

/**
 * A run of logical extents of one volume that is mapped in one way. Implementations are immutable,
 * one for each kind of mapping; what they have in common is here.
 */
public interface Segment {
  SegmentType type();

  SegmentHead head();

  /** Where the data lies, one area a stripe or leg; empty for types without (zero, error). */
  List<Area> areas();

  /**
   * The same mapping with other common properties; for moving it to another place in its volume.
   */
  Segment withHead(SegmentHead head);

  /** The same mapping on other areas, as many as before unless the type says otherwise. */
  Segment withAreas(List<Area> areas);

  /** Extents that each area covers: the length, or the length by the number of data stripes. */
  default long areaLength() {
    return head().length();
  }

  /**
   * A part of this segment as a segment of its own at the same logical place.
   *
   * @param offset first extent, from the start of this segment
   * @param length number of extents; for a striped type a multiple of the number of stripes
   */
  Segment slice(long offset, long length);

  /** This segment and the one that follows it as one, if the second continues the first exactly. */
  default Optional<Segment> mergedWith(Segment next) {
    return Optional.empty();
  }

  /** Logical volumes besides the areas that it is made of: log, origin, metadata images, ... */
  default List<LvmId> companions() {
    return List.of();
  }

  /** The name that reports show; {@code linear} for a striped segment with one area. */
  default String displayName() {
    return type().name();
  }

  /** Size of one stripe chunk, if the type has it. */
  default Optional<Sectors> stripeSize() {
    return Optional.empty();
  }

  /** Size of a region of a mirror's or raid's synchronisation log, if the type has it. */
  default Optional<Sectors> regionSize() {
    return Optional.empty();
  }

  /** Size of a chunk that is copied or allocated as one, if the type has it. */
  default Optional<Sectors> chunkSize() {
    return Optional.empty();
  }

  /** Physical volumes besides the areas that foreign text names. */
  default List<LvmId> foreignPvs() {
    return List.of();
  }

  default long start() {
    return head().start();
  }

  default long length() {
    return head().length();
  }

  default long end() {
    return head().start() + head().length();
  }

  default Segment at(long start) {
    return withHead(head().at(start));
  }
}
