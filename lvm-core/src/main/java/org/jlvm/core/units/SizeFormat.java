package org.jlvm.core.units;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Prints sizes as lvm2 does (its {@code display_size} family), two digits after the point for
 * everything but bytes and sectors.
 *
 * @param unit what to count in
 * @param suffix whether a fixed unit is followed by its name; readable units always are
 * @param siConsistent {@code global/si_unit_consistency}: names tell base 1024 from base 1000
 */
public record SizeFormat(DisplayUnit unit, boolean suffix, boolean siConsistent) {
  /** lvm2's defaults: {@code <1.50g}. */
  public static final SizeFormat DEFAULT = new SizeFormat(DisplayUnit.READABLE, true, true);

  private static final int LONG = 0;
  private static final int SHORT = 1;
  private static final int LETTER = 2;

  /** From exa down to kilo. */
  private static final int PREFIXES = 6;

  /** The power of two that {@link Sectors#BYTES} is. */
  private static final int SECTOR_BITS = 9;

  private static final String SCALE = "EPTGMK";

  private static final String[] LONG_BINARY = {
    " Exbibyte", " Pebibyte", " Tebibyte", " Gibibyte", " Mebibyte", " Kibibyte"
  };
  private static final String[] LONG_DECIMAL = {
    " Exabyte", " Petabyte", " Terabyte", " Gigabyte", " Megabyte", " Kilobyte"
  };

  /** As reports show it: {@code 1.50g}. */
  public String brief(Sectors size) {
    return format(size, LETTER);
  }

  /** As messages show it: {@code 1.50 GiB}. */
  public String display(Sectors size) {
    return format(size, SHORT);
  }

  /** With the unit spelt out: {@code 1.50 Gibibyte}. */
  public String verbose(Sectors size) {
    return format(size, LONG);
  }

  private String format(Sectors size, int style) {
    return unit.isReadable() ? readable(size, style) : fixed(size, style);
  }

  private String fixed(Sectors size, int style) {
    String name = suffix ? fixedName(style) : "";
    if (size.isZero()) {
      return "0" + name;
    }
    return quotient(size, unit.factor(), isWholeUnit()) + name;
  }

  private boolean isWholeUnit() {
    char letter = unit.letter();
    return letter == 'b' || letter == 'B' || letter == 's' || letter == 'S';
  }

  private String fixedName(int style) {
    char letter = unit.letter();
    switch (letter) {
      case 's', 'S':
        return pick(style, " Sectors ", " Se", "S");
      case 'U':
        return pick(style, " Units   ", " Un", "U");
      case 'b', 'B':
        return pick(style, " Byte    ", " B ", "B");
      default:
        return prefixName(SCALE.indexOf(Character.toUpperCase(letter)), unit.isDecimal(), style);
    }
  }

  private String readable(Sectors size, int style) {
    if (size.isZero()) {
      return suffix ? "0" + pick(style, "         ", "   ", " ") : "0";
    }
    boolean decimal = unit.isDecimal();
    long step = decimal ? 1000 : 1024;
    int index = decimal ? decimalPrefix(size) : binaryPrefix(size);
    if (index == PREFIXES) {
      return quotient(size, 1, true) + byteName(decimal, style);
    }
    long factor = DisplayUnit.power(step, PREFIXES - index);
    boolean rounded = Character.toLowerCase(unit.letter()) == 'r' && roundsUp(size, factor);
    return (rounded ? "<" : "") + quotient(size, factor, false) + prefixName(index, decimal, style);
  }

  private static int decimalPrefix(Sectors size) {
    int index = 0;
    while (index < PREFIXES && bytes(size) < (double) DisplayUnit.power(1000, PREFIXES - index)) {
      index++;
    }
    return index;
  }

  /** Ten bits for each prefix; without a loop, since reports ask for each of their sizes. */
  private static int binaryPrefix(Sectors size) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(size.count()) - 1 + SECTOR_BITS;
    return PREFIXES - Math.min(PREFIXES, bits / 10);
  }

  private String byteName(boolean decimal, int style) {
    if (!siConsistent) {
      return pick(style, " Byte    ", " B", "B");
    }
    return decimal ? pick(style, " Byte    ", " B ", "B") : pick(style, " Byte    ", " B", "b");
  }

  private String prefixName(int index, boolean decimal, int style) {
    char upper = SCALE.charAt(index);
    if (style == LONG) {
      return siConsistent && !decimal ? LONG_BINARY[index] : LONG_DECIMAL[index];
    }
    if (style == LETTER) {
      return siConsistent && !decimal
          ? String.valueOf(Character.toLowerCase(upper))
          : String.valueOf(upper);
    }
    if (!siConsistent) {
      return " " + upper + "B";
    }
    if (decimal) {
      return upper == 'K' ? " kB" : " " + upper + "B";
    }
    return " " + upper + "iB";
  }

  private static String pick(int style, String longName, String shortName, String letter) {
    return style == LONG ? longName : style == SHORT ? shortName : letter;
  }

  private static double bytes(Sectors size) {
    return (double) size.count() * Sectors.BYTES;
  }

  /** Whether rounding to two digits shows more than there is. */
  private static boolean roundsUp(Sectors size, long factor) {
    double hundredths = 100.0 * bytes(size) / factor;
    return Math.floor(hundredths) != Math.rint(hundredths);
  }

  /**
   * C's {@code %.2f} (or {@code %.0f}) of the division done in doubles. For powers of two the
   * division is exact, so integers give the same, half to even; otherwise the last digit depends on
   * the double's own error, which is reproduced.
   */
  private static String quotient(Sectors size, long factor, boolean whole) {
    boolean exact = Long.bitCount(factor) == 1 && size.count() < 1L << 44;
    if (!exact) {
      return new BigDecimal(bytes(size) / factor)
          .setScale(whole ? 0 : 2, RoundingMode.HALF_EVEN)
          .toPlainString();
    }
    long count = size.count() * Sectors.BYTES;
    if (whole) {
      return String.valueOf(divideHalfEven(count, factor));
    }
    long hundredths = (count / factor) * 100 + divideHalfEven((count % factor), factor, 100);
    StringBuilder text = new StringBuilder().append(hundredths / 100).append('.');
    long fraction = hundredths % 100;
    if (fraction < 10) {
      text.append('0');
    }
    return text.append(fraction).toString();
  }

  private static long divideHalfEven(long count, long factor) {
    return divideHalfEven(count, factor, 1);
  }

  /** {@code count * scale / factor}, for a factor that is a power of two; no overflow. */
  private static long divideHalfEven(long count, long factor, int scale) {
    int shift = Long.numberOfTrailingZeros(factor);
    long high = Math.multiplyHigh(count, scale);
    long low = count * scale;
    if (shift == 0) {
      return low;
    }
    long quotient = (low >>> shift) | (high << (64 - shift));
    long rest = low & (factor - 1);
    long half = factor >>> 1;
    boolean up = rest > half || (rest == half && (quotient & 1) == 1);
    return up ? quotient + 1 : quotient;
  }
}
