package org.jlvm.core.plan.lv;

import org.jlvm.core.units.Sectors;

/** How long a volume is to be, as the user said it. */
public sealed interface LvSize {
  /** In sectors, to be rounded up to whole extents. */
  record Absolute(Sectors size) implements LvSize {}

  /** In extents. */
  record InExtents(long count) implements LvSize {}

  /**
   * A percentage.
   *
   * @param percent 1 or more
   * @param of of what
   */
  record Share(long percent, Of of) implements LvSize {}

  /** What a percentage is of. */
  enum Of {
    VG,
    FREE,
    PVS,
    LV,
    ORIGIN
  }
}
