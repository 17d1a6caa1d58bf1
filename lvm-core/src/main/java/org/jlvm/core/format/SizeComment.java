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
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
  private static final int MAX_PLAIN = 1_000_000;

  private SizeComment() {}

  /** The size in the largest unit of which there is more than one, to six digits (C's %g). */
  static String of(Sectors size) {
    double value = size.count() / 2.0;
    int unit = 0;
    while (value > 1024.0 && unit < UNITS.length - 1) {
      value /= 1024.0;
      unit++;
    }
    return "# " + sixDigits(value) + ' ' + UNITS[unit];
  }

  private static String sixDigits(double value) {
    if (value == (int) value && value < MAX_PLAIN) {
      return Integer.toString((int) value);
    }
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
