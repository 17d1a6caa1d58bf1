package org.jlvm.core.alloc;

import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;
import org.jlvm.core.units.SizeFormat;

/** Makes extents of sizes. */
final class SizeRounding {
  private SizeRounding() {}

  /** Extents that hold a size. */
  static long up(VolumeGroup vg, Sectors size, Messages messages, SizeFormat format) {
    Sectors rounded = size;
    long rest = size.count() % vg.extentSize().count();
    if (rest != 0) {
      rounded = Sectors.of(size.count() - rest).plus(vg.extentSize());
      messages.info("Rounding up size to full physical extent " + format.display(rounded));
    }
    return extents(vg, rounded, format);
  }

  /** Extents of a size to which, or by which, a volume is to be changed; a reduction is cut. */
  static long forResize(VolumeGroup vg, Amount.Size amount, Messages messages, SizeFormat format) {
    Sectors rounded = amount.size();
    long rest = rounded.count() % vg.extentSize().count();
    if (rest != 0) {
      rounded = Sectors.of(rounded.count() - rest);
      if (amount.sign() != Sign.MINUS) {
        rounded = rounded.plus(vg.extentSize());
      }
      messages.info(
          "Rounding size to boundary between physical extents: " + format.display(rounded) + ".");
    }
    return extents(vg, rounded, format);
  }

  private static long extents(VolumeGroup vg, Sectors size, SizeFormat format) {
    Sectors extent = vg.extentSize();
    long count = size.count() / extent.count();
    if (count > VolumeGroup.MAX_EXTENTS) {
      throw new FailedException(
          "Volume too large ("
              + format.display(size)
              + ") for extent size "
              + format.display(extent)
              + ". Upper limit is less than "
              + format.display(extent.times(VolumeGroup.MAX_EXTENTS))
              + ".");
    }
    return count;
  }

  static String display(VolumeGroup vg, long extents, SizeFormat format) {
    return format.display(vg.extentSize().times(extents));
  }
}
