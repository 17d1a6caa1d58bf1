package org.jlvm.core.alloc;

import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;

/** How long a volume is to be, or by how much it is to change, as a user says it. */
public sealed interface Amount {
  /** A plus or minus sign makes it a change. */
  Sign sign();

  /** {@code -L}: a size. */
  record Size(Sign sign, Sectors size) implements Amount {}

  /** {@code -l}: a number of logical extents. */
  record Count(Sign sign, long extents) implements Amount {}

  /** {@code -l} with a percent sign, e.g. {@code 50%FREE}. */
  record Percent(Sign sign, long percent, Whole whole) implements Amount {
    /** Extents that a percentage stands for. */
    long of(long extents, boolean roundUp) {
      return (percent * extents + (roundUp ? 99 : 0)) / 100;
    }
  }

  /**
   * {@code --use-policies}: more by a percentage of the volume, or as much as is of use to it,
   * which may be nothing.
   */
  record Growth(long percent) implements Amount {
    @Override
    public Sign sign() {
      return Sign.PLUS;
    }
  }

  /** What a percentage is of; all but the last two count physical extents. */
  enum Whole {
    VG,
    FREE,
    PVS,
    LV,
    ORIGIN
  }
}
