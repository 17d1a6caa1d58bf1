package org.jlvm.core.report.select;

/** The comparison operators. One that another begins with comes after it. */
enum Operator {
  MATCHES("=~", Kind.REGEX, "Matching regular expression. [regex]"),
  MATCHES_NOT("!~", Kind.REGEX, "Not matching regular expression. [regex]"),
  EQUAL("=", Kind.ANY, "Equal to. [number, size, percent, string, string list, time]"),
  NOT_EQUAL("!=", Kind.ANY, "Not equal to. [number, size, percent, string, string_list, time]"),
  AT_LEAST(">=", Kind.NUMBER, "Greater than or equal to. [number, size, percent, time]"),
  ABOVE(">", Kind.NUMBER, "Greater than. [number, size, percent, time]"),
  AT_MOST("<=", Kind.NUMBER, "Less than or equal to. [number, size, percent, time]"),
  BELOW("<", Kind.NUMBER, "Less than. [number, size, percent, time]"),
  SINCE("since", Kind.TIME, "Since specified time (same as '>='). [time]"),
  AFTER("after", Kind.TIME, "After specified time (same as '>'). [time]"),
  UNTIL("until", Kind.TIME, "Until specified time (same as '<='). [time]"),
  BEFORE("before", Kind.TIME, "Before specified time (same as '<'). [time]");

  /** What an operator can be used with. */
  enum Kind {
    REGEX,
    ANY,
    NUMBER,
    TIME
  }

  private final String text;
  private final Kind kind;
  private final String description;

  Operator(String text, Kind kind, String description) {
    this.text = text;
    this.kind = kind;
    this.description = description;
  }

  String text() {
    return text;
  }

  Kind kind() {
    return kind;
  }

  String description() {
    return description;
  }

  boolean isNegative() {
    return this == MATCHES_NOT || this == NOT_EQUAL;
  }

  /** The operator of numbers that means the same. */
  Operator plain() {
    return switch (this) {
      case SINCE -> AT_LEAST;
      case AFTER -> ABOVE;
      case UNTIL -> AT_MOST;
      case BEFORE -> BELOW;
      default -> this;
    };
  }
}
