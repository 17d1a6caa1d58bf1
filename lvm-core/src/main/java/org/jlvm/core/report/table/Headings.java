package org.jlvm.core.report.table;

import java.util.Optional;

/** What stands above the columns: {@code --headings}, {@code report/headings}. */
public enum Headings {
  NONE,
  ABBREVIATED,
  /** The fields' names. */
  FULL;

  /** Reads {@code none}, {@code abbrev}, {@code full} or their numbers 0, 1, 2. */
  public static Optional<Headings> parse(String word) {
    return switch (word) {
      case "none", "0" -> Optional.of(NONE);
      case "abbrev", "1" -> Optional.of(ABBREVIATED);
      case "full", "2" -> Optional.of(FULL);
      default -> Optional.empty();
    };
  }

  /** As {@code report/headings} says it: anything but 0 and 2 is the usual. */
  public static Headings ofSetting(long number) {
    return number == 0 ? NONE : number == 2 ? FULL : ABBREVIATED;
  }
}
