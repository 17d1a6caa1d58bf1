package org.jlvm.core.report.select;

/** The signs that join, negate and group. One that another begins with comes after it. */
enum LogicalSign {
  AND("&&", "All fields must match"),
  COMMA(",", "All fields must match"),
  OR("||", "At least one field must match"),
  HASH("#", "At least one field must match"),
  NOT("!", "Logical negation"),
  OPEN("(", "Left parenthesis"),
  CLOSE(")", "Right parenthesis"),
  LIST_START("[", "List start"),
  LIST_END("]", "List end"),
  SUBSET_START("{", "List subset start"),
  SUBSET_END("}", "List subset end");

  private final String text;
  private final String description;

  LogicalSign(String text, String description) {
    this.text = text;
    this.description = description;
  }

  String text() {
    return text;
  }

  String description() {
    return description;
  }

  boolean isAnd() {
    return this == AND || this == COMMA;
  }

  boolean isOr() {
    return this == OR || this == HASH;
  }

  boolean isListEnd() {
    return this == LIST_END || this == SUBSET_END;
  }
}
