package org.jlvm.core.report.lvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jlvm.core.RecordedMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {
  /** A Wednesday. */
  private static final Instant NOW = Instant.parse("2015-07-08T10:20:30Z");

  private static final long SEED = 7;

  @ParameterizedTest
  @CsvSource({
    "today, 2015-07-08T00:00:00Z, 2015-07-08T23:59:59Z",
    "yesterday noon, 2015-07-07T12:00:00Z, 2015-07-07T12:00:00Z",
    "mondays, 2015-07-06T00:00:00Z, 2015-07-06T23:59:59Z",
    "Thu, 2015-07-02T00:00:00Z, 2015-07-02T23:59:59Z",
    "2 weeks ago, 2015-06-24T00:00:00Z, 2015-06-24T23:59:59Z",
    "14months ago, 2014-05-08T00:00:00Z, 2014-05-08T23:59:59Z",
    "2 hours ago, 2015-07-08T07:20:29Z, 2015-07-08T08:20:30Z",
    "5 seconds ago, 2015-07-08T10:20:25Z, 2015-07-08T10:20:25Z",
    "3 pm, 2015-07-08T15:00:00Z, 2015-07-08T15:59:59Z",
    "9:51 pm yesterday, 2015-07-07T21:51:00Z, 2015-07-07T21:51:59Z",
    "Feb 2012, 2012-02-01T00:00:00Z, 2012-02-29T23:59:59Z",
    "24 Feb 2012, 2012-02-24T00:00:00Z, 2012-02-24T23:59:59Z",
    "2012 Feb 24 13:00, 2012-02-24T13:00:00Z, 2012-02-24T13:00:59Z"
  })
  void wordsNameAStretchOfTime(String words, String first, String last) {
    var span = TimeWords.read(words, NOW.getEpochSecond(), ZoneOffset.UTC, new RecordedMessages());
    assertThat(span).isPresent();
    assertThat(Instant.ofEpochSecond(span.get().first())).isEqualTo(first);
    assertThat(Instant.ofEpochSecond(span.get().last())).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({"2015-07-07 9:51", "now", "monday tuesday", "noon midnight", "noon +02", "!", "''"})
  void otherWordsNameNone(String words) {
    assertThat(TimeWords.read(words, NOW.getEpochSecond(), ZoneOffset.UTC, new RecordedMessages()))
        .isEmpty();
  }

  @Test
  void anySentenceOfThemIsReadOrRefused() {
    List<String> pieces =
        List.of(
            "1",
            "99999999999999999999",
            "999999999999999",
            "12:30",
            "+1:0",
            "ago",
            "day",
            "years",
            "Feb",
            "pm",
            "noon",
            "today",
            "Sun",
            "h",
            ":",
            "months");
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      List<String> words = new ArrayList<>();
      for (int j = random.nextInt(6); j >= 0; j--) {
        words.add(pieces.get(random.nextInt(pieces.size())));
      }
      String text = String.join(" ", words);
      assertThat(TimeWords.read(text, NOW.getEpochSecond(), ZoneOffset.UTC, new RecordedMessages()))
          .as("seed %s: %s", SEED, text)
          .isNotNull();
    }
  }
}
