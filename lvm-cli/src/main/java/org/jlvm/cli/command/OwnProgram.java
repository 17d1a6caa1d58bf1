package org.jlvm.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How this program was started, so that it can be started again in the same way. */
public final class OwnProgram {
  private static final String MAIN = "org.jlvm.cli.Main";
  private static final Path SELF = Path.of("/proc/self");

  private OwnProgram() {}

  /**
   * The Java runtime with its options up to the program's own arguments; empty if this process is
   * not the program by itself, as in a test.
   */
  public static Optional<List<String>> commandLine() {
    try {
      String runtime = Files.readSymbolicLink(SELF.resolve("exe")).toString();
      String words =
          new String(Files.readAllBytes(SELF.resolve("cmdline")), StandardCharsets.UTF_8);
      return upToMain(runtime, words);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Reads words that each end with a null character. */
  static Optional<List<String>> upToMain(String runtime, String words) {
    List<String> found = new ArrayList<>();
    found.add(runtime);
    int start = words.indexOf('\0') + 1;
    while (start > 0 && start < words.length()) {
      int end = words.indexOf('\0', start);
      String word = words.substring(start, end < 0 ? words.length() : end);
      found.add(word);
      if (word.equals(MAIN)) {
        return Optional.of(found);
      }
      start = end + 1;
    }
    return Optional.empty();
  }
}
