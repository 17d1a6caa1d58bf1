package org.jlvm.core.report.table;

import java.util.Optional;

/** What a report is written as: {@code --reportformat}, {@code report/output_format}. */
public enum ReportFormat {
  BASIC,
  /** JSON with all values as strings. */
  JSON,
  /** JSON with numbers, null and arrays where they belong. */
  JSON_STD;

  public static Optional<ReportFormat> parse(String word) {
    return switch (word) {
      case "basic" -> Optional.of(BASIC);
      case "json" -> Optional.of(JSON);
      case "json_std" -> Optional.of(JSON_STD);
      default -> Optional.empty();
    };
  }

  public boolean isJson() {
    return this != BASIC;
  }
}
