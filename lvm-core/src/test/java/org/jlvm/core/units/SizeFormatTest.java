package org.jlvm.core.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeFormatTest {
  @ParameterizedTest
  @CsvSource({
    "r, 8192, 4.00m, 4.00 MiB",
    "r, 8191, <4.00m, <4.00 MiB",
    "r, 2091008, 1021.00m, 1021.00 MiB",
    "r, 4194303, <2.00g, <2.00 GiB",
    "h, 4194303, 2.00g, 2.00 GiB",
    "r, 1, 512b, 512 B",
    "R, 1, 512B, 512 B ",
    "R, 8192, 4.19M, 4.19 MB",
    "H, 8192, 4.19M, 4.19 MB",
    "m, 8192, 4.00m, 4.00 MiB",
    "M, 8192, 4.19M, 4.19 MB",
    "K, 8192, 4194.30K, 4194.30 kB",
    "s, 8192, 8192S, 8192 Se",
    "b, 8192, 4194304B, 4194304 B ",
    "B, 8192, 4194304B, 4194304 B ",
    "4m, 8192, 1.00U, 1.00 Un",
    "e, 8192, 0.00e, 0.00 EiB",
    "t, 4294967296, 2.00t, 2.00 TiB",
  })
  void printsAsLvm2(String unit, long sectors, String brief, String display) {
    SizeFormat format = format(unit);
    // the quoting of the table drops blanks at the end
    assertThat(format.brief(Sectors.of(sectors))).isEqualTo(brief);
    assertThat(format.display(Sectors.of(sectors)).strip()).isEqualTo(display.strip());
  }

  @Test
  void zeroKeepsRoomForTheUnit() {
    assertThat(SizeFormat.DEFAULT.brief(Sectors.ZERO)).isEqualTo("0 ");
    assertThat(SizeFormat.DEFAULT.display(Sectors.ZERO)).isEqualTo("0   ");
    assertThat(format("m").brief(Sectors.ZERO)).isEqualTo("0m");
  }

  @Test
  void suffixCanBeLeftOutForFixedUnitsOnly() {
    DisplayUnit bytes = DisplayUnit.parse("b").orElseThrow();
    assertThat(new SizeFormat(bytes, false, true).brief(Sectors.of(2))).isEqualTo("1024");
    assertThat(new SizeFormat(DisplayUnit.READABLE, false, true).brief(Sectors.of(2)))
        .isEqualTo("1.00k");
  }

  @Test
  void oldNamesWithoutSiConsistency() {
    SizeFormat old = new SizeFormat(DisplayUnit.READABLE, true, false);
    assertThat(old.brief(Sectors.of(8192))).isEqualTo("4.00M");
    assertThat(old.display(Sectors.of(8192))).isEqualTo("4.00 MB");
  }

  @ParameterizedTest
  @CsvSource({"mm", "x", "''", "0k", "4", "-1m"})
  void refusesWhatIsNoUnit(String text) {
    assertThat(DisplayUnit.parse(text)).isEmpty();
  }

  @Test
  void integerPathRoundsAsCDoes() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    SizeFormat gibibytes = format("g");
    for (int i = 0; i < 20_000; i++) {
      Sectors size = Sectors.of(1 + random.nextLong(1L << (1 + random.nextInt(43))));
      String expected =
          new BigDecimal(size.count() * 512.0 / (1 << 30))
              .setScale(2, RoundingMode.HALF_EVEN)
              .toPlainString();
      assertThat(gibibytes.brief(size)).as("seed %d, %s", seed, size).isEqualTo(expected + "g");
    }
  }

  private static SizeFormat format(String unit) {
    return new SizeFormat(DisplayUnit.parse(unit).orElseThrow(), true, true);
  }
}
