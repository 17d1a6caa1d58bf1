package org.jlvm.core.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jlvm.core.error.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long text parsed by two threads is what one would have parsed. */
class ParsedAheadTest {
  private static final int LVS = 2000;

  @ParameterizedTest
  @ValueSource(strings = {"", "\t"})
  void longTextsAreTheSame(String indentation) {
    byte[] text = text(indentation).getBytes(StandardCharsets.UTF_8);

    assertThat(ParsedAhead.start(text, 0, text.length)).isPresent();
    assertThat(outcome(text)).startsWith("parsed").isEqualTo(outcomeOfOneThread(text));
  }

  @Test
  void volumesAreParsedAheadUpToTheLast() {
    byte[] text = text("").getBytes(StandardCharsets.UTF_8);
    ParsedAhead ahead = ParsedAhead.start(text, 0, text.length).orElseThrow();

    ConfigSection parsed = ahead.join().orElseThrow().section();

    assertThat(parsed.size()).isBetween(LVS / 2 - 50, LVS / 2 + 50);
    assertThat(new String(text, ahead.to(), 6, StandardCharsets.UTF_8)).isEqualTo("lv1999");
  }

  @Test
  void whatIsCutInAStringIsReadAsOne() {
    // All that looks like volumes, from the middle on, is the value of one key.
    String text = text("");
    int middle = text.indexOf("lv900 {");
    String odd =
        text.substring(0, middle)
            + "note = \""
            + text.substring(middle).replace('"', '\'')
            + "\"\n}\n}\n";
    byte[] bytes = odd.getBytes(StandardCharsets.UTF_8);

    assertThat(outcome(bytes)).startsWith("parsed").isEqualTo(outcomeOfOneThread(bytes));
  }

  @Test
  void brokenTextsFailAlike() {
    long seed = 20261123;
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      byte[] text = text(round % 2 == 0 ? "" : "\t").getBytes(StandardCharsets.UTF_8);
      for (int change = random.nextInt(3); change >= 0; change--) {
        // Mostly in the half that the other thread reads.
        int at = text.length / 2 - 1000 + random.nextInt(text.length / 2 + 1000);
        text[at] = (byte) "\"{}[]=\n# x\\0,".charAt(random.nextInt(13));
      }
      assertThat(outcome(text))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(outcomeOfOneThread(text));
    }
  }

  private static String outcome(byte[] text) {
    try {
      ConfigDocument document = ConfigParser.parseMetadata(text, 0, text.length, true);
      return "parsed" + described(document.root()) + document.warnings();
    } catch (FormatException e) {
      return e.getMessage();
    }
  }

  private static String outcomeOfOneThread(byte[] text) {
    List<String> warnings = new ArrayList<>();
    try {
      ConfigSection root = ConfigParser.parseEntries(text, 0, text.length, 0, warnings);
      return "parsed" + described(root) + warnings;
    } catch (FormatException e) {
      return e.getMessage();
    }
  }

  private static String described(ConfigSection section) {
    StringBuilder text = new StringBuilder("{");
    for (ConfigEntry entry : section.entries()) {
      text.append(entry.name()).append('@').append(entry.start()).append('-').append(entry.end());
      text.append(
          entry.node() instanceof ConfigSection inner ? described(inner) : "=" + entry.node());
    }
    return text.append('}').toString();
  }

  private static String text(String indentation) {
    StringBuilder text = new StringBuilder("contents = \"Text Format Volume Group\"\n\nvg {\n");
    text.append("physical_volumes {\npv0 {\ndev_size = 7\n}\n}\n\nlogical_volumes {\n\n");
    for (int i = 0; i < LVS; i++) {
      for (String line : lv(i).split("\n", -1)) {
        text.append(line.isEmpty() ? "" : indentation).append(line).append('\n');
      }
    }
    return text.append("}\n}\nversion = 1\n").toString();
  }

  private static String lv(int number) {
    return "lv"
        + number
        + " {\nid = \"x"
        + number
        + "\"\nstatus = [\"READ\", \"WRITE\"]\n"
        + (number % 7 == 0 ? "creation_time = 99999999999999999999\n" : "")
        + "segment_count = 1\n\nsegment1 {\nstart_extent = 0\t# of one\nextent_count = "
        + number % 3
        + "\n\nstripes = [\n\"pv0\", "
        + number
        + "\n]\n}\n}\n";
  }
}
