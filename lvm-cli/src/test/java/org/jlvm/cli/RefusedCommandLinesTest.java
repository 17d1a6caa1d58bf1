package org.jlvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Command lines that lvm2 2.03.40 refuses, and what it says. Of each case in refused.txt, the line
 * with {@code $} has the words separated by tabs, those with {@code !} are standard error, those
 * with {@code >} standard output, and {@code =} the exit status. All was compared with the real
 * program; only descriptions of forms are in our own words.
 */
class RefusedCommandLinesTest {
  record Case(List<String> words, String out, String err, int status) {
    @Override
    public String toString() {
      return String.join(" ", words);
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    List<String> words = List.of();
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    for (String line : text().split("\n", -1)) {
      if (line.isEmpty()) {
        continue;
      }
      String rest = line.substring(2);
      switch (line.charAt(0)) {
        case '$' -> {
          words = Arrays.asList(rest.split("\t", -1));
          out.setLength(0);
          err.setLength(0);
        }
        case '>' -> out.append(rest).append('\n');
        case '!' -> err.append(rest).append('\n');
        case '=' ->
            cases.add(new Case(words, out.toString(), err.toString(), Integer.parseInt(rest)));
        default -> throw new IllegalStateException(line);
      }
    }
    return cases.stream();
  }

  private static String text() throws IOException {
    try (InputStream in = RefusedCommandLinesTest.class.getResourceAsStream("refused.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatLvm2Says(Case line) {
    CommandTester.Result result = new CommandTester().lvm(line.words().toArray(new String[0]));
    assertThat(result).isEqualTo(new CommandTester.Result(line.status(), line.out(), line.err()));
  }
}
