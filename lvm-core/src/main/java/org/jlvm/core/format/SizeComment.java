package org.jlvm.core.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jlvm.core.units.Sectors;

/** The comments behind sizes in metadata files: {@code # 1.5 Gigabytes}. */
final class SizeComment {
  private static final String[] UNITS = {
    "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Petabytes", "Exabytes"
  };
  private static final int DIGITS = 6;
  private static final MathContext SIX_DIGITS = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
  private static final long SECTORS_PER_KIB = 2;

  /** Sizes up to this times the fifth power of ten are numbers that fit. */
  private static final long MAX_SCALED = Long.MAX_VALUE / 100_000;

  private static final int MAX_PLAIN = 1_000_000;

  private SizeComment() {}

  /** The size in the largest unit of which there is more than one, to six digits (C's %g). */
  static String of(Sectors size) {
    long sectors = size.count();
    int unit = 0;
    while (unit < UNITS.length - 1 && sectors > SECTORS_PER_KIB << (10 * (unit + 1))) {
      unit++;
    }
    return "# " + sixDigits(sectors, unit) + ' ' + UNITS[unit];
  }

  private static String sixDigits(long sectors, int unit) {
    int shift = 1 + 10 * unit;
    long whole = sectors >> shift;
    if (sectors == whole << shift && whole < MAX_PLAIN) {
      return Long.toString(whole);
    }
    if (whole == 0 || whole >= MAX_PLAIN || sectors > MAX_SCALED) {
      return anySize(sectors / Math.scalb(1.0, shift));
    }
    int decimals = DIGITS - Long.toString(whole).length();
    long power = 1;
    for (int i = 0; i < decimals; i++) {
      power *= 10;
    }
    long scaled = sectors * power;
    long digits = scaled >> shift;
    long rest = scaled - (digits << shift);
    long half = 1L << (shift - 1);
    if (rest > half || rest == half && digits % 2 != 0) {
      digits++;
    }
    return withPoint(digits, decimals);
  }

  private static String withPoint(long digits, int decimals) {
    long number = digits;
    int places = decimals;
    while (places > 0 && number % 10 == 0) {
      number /= 10;
      places--;
    }
    String text = Long.toString(number);
    int point = text.length() - places;
    return places == 0 ? text : text.substring(0, point) + '.' + text.substring(point);
  }

  private static String anySize(double value) {
    BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
    if (rounded.precision() - rounded.scale() <= SIX_DIGITS.getPrecision()) {
      return rounded.toPlainString();
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString()
        + (exponent < 10 ? "e+0" : "e+")
        + exponent;
  }
}
