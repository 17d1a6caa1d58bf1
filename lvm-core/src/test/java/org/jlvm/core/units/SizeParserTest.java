package org.jlvm.core.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeParserTest {
  private static final Sectors MIB = Sectors.ofMib(1);

  @ParameterizedTest
  @CsvSource({
    "5, 10240",
    "5g, 10485760",
    "5G, 10485760",
    "10GiB, 20971520",
    "1.1m, 2252",
    ".5g, 1048576",
    "1., 2048",
    "0, 0",
    "4k, 8",
    "7s, 7",
    "1024b, 2",
    "512.7B, 1",
    "1e, 2251799813685248",
    "1e3, 2048000",
    "2p, 4398046511104",
    "15e, 33776997205278720",
  })
  void readsSizes(String text, long sectors) throws Exception {
    assertThat(SizeParser.parse(text, MIB))
        .isEqualTo(new SignedSize(Sign.NONE, Sectors.of(sectors)));
  }

  @Test
  void keepsTheSign() throws Exception {
    assertThat(SizeParser.parse("+1g", MIB).sign()).isEqualTo(Sign.PLUS);
    assertThat(SizeParser.parse("-1g", MIB))
        .isEqualTo(new SignedSize(Sign.MINUS, Sectors.ofMib(1024)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "++1|Multiple sign symbols detected.",
        "x|Size requires number argument.",
        "''|Size requires number argument.",
        ".|Can't parse size argument at '.'.",
        "5q|Can't parse size argument.",
        "5%|Can't parse size argument.",
        "513b|Size is not a multiple of 512. Try using 512 or 1024.",
        "16e|Size is too big (>=16EiB).",
        "99999999999999999999|Size is too big (>=16EiB).",
      })
  void refusesWithTheMessageOfLvm2(String text, String message) {
    assertThatThrownBy(() -> SizeParser.parse(text, MIB))
        .isInstanceOf(SizeSyntaxException.class)
        .hasMessage(message);
  }
}
