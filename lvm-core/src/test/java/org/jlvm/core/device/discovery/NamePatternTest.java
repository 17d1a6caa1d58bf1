package org.jlvm.core.device.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jlvm.core.error.FailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "/dev/sda, /dev/sda1, true",
    "^/dev/sda$, /dev/sda1, false",
    "loop[0-3]$, /dev/loop3, true",
    "loop[^0-3]$, /dev/loop3, false",
    "/dev/(sda|sdb), /dev/sdb, true",
    "a{2}, /dev/aa, false",
    "a{2}, /dev/a{2}, true",
    "a.c, abc, true",
    "a\\.c, abc, false",
    "(ab)*+c, ababc, true",
    "x?+y, y, true",
    "[9-0], /dev/5, true",
    "&&, /dev/x, false",
    "[a&&b], /dev/&, true",
  })
  void matchesAsLibdevmapper(String pattern, String name, boolean expected) {
    assertThat(NamePattern.parse(pattern).matches(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "(a", "a)", "[a", "a|", "*a", "a\\"})
  void malformedIsRefused(String pattern) {
    assertThatThrownBy(() -> NamePattern.parse(pattern)).isInstanceOf(FailedException.class);
  }

  @Test
  void dollarIsTheVeryEnd() {
    assertThat(NamePattern.parse("a$").matches("a\n")).isFalse();
  }
}
