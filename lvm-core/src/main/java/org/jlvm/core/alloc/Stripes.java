package org.jlvm.core.alloc;

import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.segtype.striped.StripedType;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/**
 * Stripes of a new segment.
 *
 * @param count 1 for linear
 * @param size of one; zero for linear
 */
public record Stripes(int count, Sectors size) {
  public static final Stripes LINEAR = new Stripes(1, Sectors.ZERO);

  /** {@code metadata/stripesize}'s default. */
  public static final Sectors DEFAULT_SIZE = Sectors.of(128);

  /** lvm2's STRIPE_SIZE_LIMIT, in sectors as its messages have it. */
  private static final Sectors LIMIT = Sectors.of(1L << 30);

  /** A stripe holds a page of memory at least. */
  static final Sectors SMALLEST = Sectors.of(8);

  /**
   * Checks what {@code -i} and {@code -I} of lvcreate say.
   *
   * @param wantedSize zero if not given
   * @param defaultSize {@code metadata/stripesize}
   * @throws FailedException if there can be no such stripes
   */
  public static Stripes ofNewVolume(
      int count, Sectors wantedSize, Sectors defaultSize, Messages messages, SizeFormat format) {
    if (count < 1 || count > StripedType.MAX_STRIPES) {
      throw new FailedException(
          "Number of stripes ("
              + count
              + ") must be between 1 and "
              + StripedType.MAX_STRIPES
              + ".");
    }
    if (count == 1) {
      if (!wantedSize.isZero()) {
        messages.info("Ignoring stripesize argument with single stripe.");
      }
      return LINEAR;
    }
    Sectors size = wantedSize;
    if (size.isZero()) {
      size = defaultSize;
      messages.info("Using default stripesize " + format.display(size) + ".");
    }
    requireBelowLimit(size, format);
    if (size.compareTo(SMALLEST) < 0 || !isPowerOfTwo(size)) {
      throw invalid(size, format);
    }
    return new Stripes(count, size);
  }

  /**
   * Checks what {@code -I} of lvextend says.
   *
   * @return the size, at most that of an extent; zero if it was zero
   */
  static Sectors sizeForMore(
      Sectors wanted, Sectors extentSize, Messages messages, SizeFormat format) {
    if (wanted.isZero()) {
      return wanted;
    }
    requireBelowLimit(wanted, format);
    Sectors size = wanted;
    if (size.compareTo(extentSize) > 0) {
      messages.info(
          "Reducing stripe size "
              + format.display(size)
              + " to maximum, physical extent size "
              + format.display(extentSize)
              + ".");
      size = extentSize;
    }
    if (!isPowerOfTwo(size)) {
      throw new FailedException("Stripe size must be power of 2.");
    }
    return size;
  }

  /** Stripes no larger than extents. */
  Stripes within(Sectors extentSize, Messages messages, SizeFormat format) {
    if (size.compareTo(extentSize) <= 0) {
      return this;
    }
    messages.info(
        "Reducing requested stripe size "
            + format.display(size)
            + " to maximum, physical extent size "
            + format.display(extentSize)
            + ".");
    return new Stripes(count, extentSize);
  }

  private static void requireBelowLimit(Sectors size, SizeFormat format) {
    if (size.count() > LIMIT.count() * 2) {
      throw new FailedException("Stripe size cannot be larger than " + format.display(LIMIT) + ".");
    }
  }

  static FailedException invalid(Sectors size, SizeFormat format) {
    return new FailedException("Invalid stripe size " + format.display(size) + ".");
  }

  private static boolean isPowerOfTwo(Sectors size) {
    return Long.bitCount(size.count()) == 1;
  }
}
