package org.jlvm.core.alloc;

/**
 * A part of a free area that may become one of the parallel areas.
 *
 * @param length extents that may be taken at most
 */
record ReservedArea(FreeArea area, long length) {
  PvExtents consume(long extents) {
    return area.space.consume(area, extents);
  }
}
