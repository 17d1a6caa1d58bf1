package org.jlvm.dm.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scenarios in src/test/resources/scenarios, with the results that the kernel gave. */
final class Scenarios {
  static final Path DIRECTORY = Path.of("src/test/resources/scenarios");

  private Scenarios() {}

  static Stream<String> names() {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(String name) throws IOException {
    return Files.readAllLines(DIRECTORY.resolve(name));
  }

  /** Names the first line that differs, and the one before it. */
  static void assertSame(List<String> actual, List<String> expected) {
    for (int i = 0; i < Math.max(actual.size(), expected.size()); i++) {
      String was = i < actual.size() ? actual.get(i) : "(end)";
      String wanted = i < expected.size() ? expected.get(i) : "(end)";
      String before = i > 0 ? expected.get(i - 1) : "";
      assertThat(was).as("line %d, after: %s", i + 1, before).isEqualTo(wanted);
    }
  }
}
