package org.jlvm.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.jlvm.core.units.Sectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeCommentTest {
  private static final String[] UNITS = {
    "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Petabytes", "Exabytes"
  };

  /** What printf's %g, whose six digits Java's %g does not drop zeros of, makes of a double. */
  private static String byPrintf(long sectors) {
    double value = sectors / 2.0;
    int unit = 0;
    while (value > 1024.0 && unit < UNITS.length - 1) {
      value /= 1024.0;
      unit++;
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(6, RoundingMode.HALF_EVEN));
    return "# " + rounded.stripTrailingZeros().toPlainString() + ' ' + UNITS[unit];
  }

  @Test
  void sizesHaveSixDigits() {
    Random random = new Random(4);
    for (int i = 0; i < 200_000; i++) {
      long sectors = random.nextLong() >>> (10 + random.nextInt(53));
      assertThat(SizeComment.of(Sectors.of(sectors))).isEqualTo(byPrintf(sectors));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, # 0 Kilobytes",
    "1, # 0.5 Kilobytes",
    "2048, # 1024 Kilobytes",
    "2050, # 1.00098 Megabytes",
    "8192, # 4 Megabytes",
    "2147483647, # 1024 Gigabytes",
    "3221225472, # 1.5 Terabytes",
    "9223372036854775807, # 4096 Exabytes"
  })
  void someSizes(long sectors, String comment) {
    assertThat(SizeComment.of(Sectors.of(sectors))).isEqualTo(comment);
  }
}
