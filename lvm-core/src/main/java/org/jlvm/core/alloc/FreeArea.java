package org.jlvm.core.alloc;

import org.jspecify.annotations.Nullable;

/**
 * A run of free extents that a request may use, in the list of its {@link PvSpace}.
 *
 * <p>While a group of parallel areas is being put together, parts of the run are reserved; only
 * {@link PvSpace} changes it.
 */
final class FreeArea {
  final PvSpace space;
  long start;
  long count;

  /** Extents that nothing in the group under construction has reserved. */
  long unreserved;

  @Nullable FreeArea next;
  @Nullable FreeArea previous;

  FreeArea(PvSpace space, ExtentRange range) {
    this.space = space;
    start = range.first();
    count = range.count();
    unreserved = count;
  }

  boolean isPartlyReserved() {
    return unreserved != count;
  }
}
