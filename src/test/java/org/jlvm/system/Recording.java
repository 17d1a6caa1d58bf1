package org.jlvm.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a newer lvm2 than the one at hand said in a scenario, where the two differ; written by
 * {@link ScenarioRecorder}. The file has a heading a difference, {@code == STEP-NUMBER CHANNEL:
 * STEP}, and under it the normalised lines, each after a bar. jlvm may do as either.
 */
final class Recording {

  private final Map<String, List<String>> channels;

  private Recording(Map<String, List<String>> channels) {
    this.channels = channels;
  }

  static Path folder() {
    return Tools.project().resolve("src/test/resources/recorded");
  }

  /** The recording of that scenario; empty if there is none. */
  static Recording of(String scenario) {
    Path file = file(scenario);
    Map<String, List<String>> channels = new HashMap<>();
    if (Files.exists(file)) {
      List<String> current = new ArrayList<>();
      for (String line : readLines(file)) {
        if (line.startsWith("== ")) {
          current = new ArrayList<>();
          channels.put(line.substring(3), current);
        } else if (line.startsWith("|")) {
          current.add(line.substring(1));
        }
      }
    }
    return new Recording(channels);
  }

  /** Whether the newer lvm2 left exactly that. */
  boolean has(Difference difference) {
    return difference.found().equals(channels.get(heading(difference)));
  }

  static void write(String scenario, List<Difference> differences) throws IOException {
    if (differences.isEmpty()) {
      Files.deleteIfExists(file(scenario));
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Difference difference : differences) {
      text.append("== ").append(heading(difference)).append('\n');
      difference.found().forEach(line -> text.append('|').append(line).append('\n'));
    }
    Files.createDirectories(folder());
    Files.writeString(file(scenario), text);
  }

  private static String heading(Difference difference) {
    return difference.stepNumber() + " " + difference.channel() + ": " + difference.step();
  }

  private static Path file(String scenario) {
    return folder().resolve(scenario + ".recorded");
  }

  private static List<String> readLines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }
}
