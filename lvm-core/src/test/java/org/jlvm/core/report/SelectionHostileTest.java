package org.jlvm.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jlvm.core.error.LvmException;
import org.junit.jupiter.api.Test;

/**
 * Whatever is given as a selection selects, or fails with a typed error; a failure names the seed.
 */
class SelectionHostileTest {
  private static final long SEED = Long.getLong("jlvm.test.seed", 20261122L);
  private static final int INPUTS = 100_000;

  private static final List<String> PIECES =
      List.of(
          "name",
          "toy_name",
          "count",
          "size",
          "full",
          "time",
          "tags",
          "nosuch",
          "help",
          "all",
          "=",
          "!=",
          "=~",
          "!~",
          ">",
          "<",
          ">=",
          "<=",
          " since ",
          " after ",
          " until ",
          " before ",
          "&&",
          "||",
          ",",
          "#",
          "!",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "'",
          "\"",
          " ",
          "\\",
          "+",
          "-",
          "0",
          "1",
          "99999999999999999999",
          "18446744073709551615",
          "1.5",
          "m",
          "g",
          "b",
          "%",
          "k",
          "undefined",
          "ball",
          "red",
          "^b",
          "[a-",
          "(a|b)",
          "a{9999}",
          "*",
          "2020-09-13",
          "@16",
          ":",
          "2020-13",
          "26:40 +02:00",
          "yesterday",
          "last week",
          "\u00e4",
          "\u0000",
          "\ud83d",
          "\n");

  private static final List<String> GOOD =
      List.of(
          "name=ball && (count>1 || tags={red,round})",
          "!(size>=1.5m) # full<50%",
          "time since \"2020-09-13 14:26:40 +02:00\" && name=~^[bk]");

  @Test
  void everySelectionIsUnderstoodOrRefused() {
    Random random = new Random(SEED);
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      String selection = random.nextBoolean() ? pieces(random) : damaged(random);
      try {
        assertThat(ToyReport.selected(selection).size()).isBetween(0, 3 + 300);
      } catch (LvmException e) {
        refused++;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + SEED + ", input " + i + ": " + selection, e);
      }
    }
    assertThat(refused).isBetween(INPUTS / 10, INPUTS - 100);
  }

  @Test
  void depthHasALimitOrNone() {
    for (String part : List.of("(", "!(", "name=a && (", "name=[", "tags={a||")) {
      try {
        ToyReport.selected(part.repeat(100_000));
      } catch (LvmException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
  }

  private static String pieces(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(12); left >= 0; left--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String damaged(Random random) {
    StringBuilder text = new StringBuilder(GOOD.get(random.nextInt(GOOD.size())));
    for (int changes = random.nextInt(3); changes >= 0; changes--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        default -> text.setCharAt(at, (char) random.nextInt(256));
      }
      if (text.isEmpty()) {
        return "";
      }
    }
    return text.toString();
  }
}
