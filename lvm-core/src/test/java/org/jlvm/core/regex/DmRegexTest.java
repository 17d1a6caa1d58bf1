package org.jlvm.core.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jlvm.core.RecordedMessages;
import org.jlvm.core.error.FailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lvm2 2.03.40 made of the same expressions in its filters. */
class DmRegexTest {
  private static final String NO_CLOSE = "missing ')' in regular expression";
  private static final String BAD_OR = "Badly formed 'or' expression";
  private static final String NO_PARSE = "Parse error in regex";

  private final RecordedMessages messages = new RecordedMessages();

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
    "a)zzz, /dev/a, false",
    "a)zzz, /dev/azzz1, true",
    "[], /dev/a, false",
  })
  void matchesAsLibdevmapper(String expression, String text, boolean expected) {
    assertThat(DmRegex.compile(List.of(expression), messages).match(text))
        .isEqualTo(expected ? 0 : -1);
    assertThat(messages.shown()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "(a", "[a", "[a-", "[a-]", "*a", "a\\", "()"})
  void malformedIsRefused(String expression) {
    assertThatThrownBy(() -> DmRegex.compile(List.of(expression), messages))
        .isInstanceOf(FailedException.class)
        .hasMessage("Couldn't parse regex");
    assertThat(messages.shown()).endsWith(NO_PARSE);
  }

  @Test
  void complaintsAreThoseOfTheJoinedExpression() {
    assertThatThrownBy(() -> DmRegex.compile(List.of("b", ".*", "("), messages))
        .isInstanceOf(FailedException.class);
    assertThat(messages.shown()).containsExactly(NO_CLOSE, NO_CLOSE, BAD_OR, BAD_OR, NO_PARSE);
  }

  @Test
  void theLastOfSeveralCounts() {
    DmRegex regex = DmRegex.compile(List.of(".*", "sd", "sda$"), messages);
    assertThat(regex.match("/dev/sda")).isEqualTo(2);
    assertThat(regex.match("/dev/sdb")).isEqualTo(1);
    assertThat(regex.match("/dev/x")).isEqualTo(0);
  }

  /** The filter [ "a|sda|", "r|a)b|", "r|.*|" ], from its end, rejects /dev/sda. */
  @Test
  void whatFollowsAGroupClosedTooEarlyIsPassedOver() {
    DmRegex regex = DmRegex.compile(List.of(".*", "a)b", "sda"), messages);
    assertThat(regex.match("/dev/sda")).isEqualTo(0);
  }

  @Test
  void dollarIsTheVeryEnd() {
    assertThat(DmRegex.compile(List.of("a$"), messages).match("a\n")).isEqualTo(-1);
  }
}
