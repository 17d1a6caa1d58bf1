package org.jlvm.system;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tests that are known to show differences from lvm2, from {@code src/test/not-yet-equal.txt}: they
 * are run and reported as skipped with the reason, and fail when they show none any more.
 */
final class NotYetEqual {
  private final Map<String, String> reasons = new LinkedHashMap<>();

  private NotYetEqual() {}

  static NotYetEqual load() {
    NotYetEqual list = new NotYetEqual();
    try {
      for (String line :
          Files.readAllLines(Tools.project().resolve("src/test/not-yet-equal.txt"))) {
        int colon = line.indexOf(':');
        if (!line.startsWith("#") && colon > 0) {
          list.reasons.put(line.substring(0, colon).trim(), line.substring(colon + 1).trim());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return list;
  }

  boolean isEmpty() {
    return reasons.isEmpty();
  }

  /**
   * Judges the outcome of a test.
   *
   * @param differences empty if there were none
   */
  void judge(String test, String differences) {
    String reason = reasons.get(test);
    if (reason == null) {
      if (!differences.isEmpty()) {
        fail(differences);
      }
    } else if (differences.isEmpty()) {
      fail(test + " shows no difference any more: take it off src/test/not-yet-equal.txt");
    } else {
      abort("not equal to lvm2 yet: " + reason + "\n" + differences);
    }
  }
}
