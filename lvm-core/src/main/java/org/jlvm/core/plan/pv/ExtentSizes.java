package org.jlvm.core.plan.pv;

import org.jlvm.core.error.FailedException;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/** What extents may be like: a power of two of sectors, or else a multiple of 128 KiB. */
public final class ExtentSizes {
  private static final Sectors ODD_UNIT = Sectors.ofKib(128);

  private ExtentSizes() {}

  /**
   * @throws FailedException if extents cannot have this size
   */
  public static void require(Sectors size, SizeFormat sizes) {
    if (size.isZero()) {
      throw new FailedException("Physical extent size may not be zero");
    }
    if (Long.bitCount(size.count()) != 1 && !size.isMultipleOf(ODD_UNIT)) {
      throw new FailedException(
          "Physical Extent size must be a multiple of "
              + sizes.display(ODD_UNIT)
              + " when not a power of 2.");
    }
  }
}
