package org.jlvm.cli.parse;

/**
 * A line about what is wrong with a command line.
 *
 * @param kind where and how it is shown
 * @param text the line, or lines
 */
public record Complaint(Kind kind, String text) {
  /** How a complaint is shown. */
  public enum Kind {
    /** On standard error, bare. */
    RAW,
    ERROR,
    WARNING,
    /** A piece of usage text on standard output, bare. */
    USAGE
  }

  static Complaint error(String text) {
    return new Complaint(Kind.ERROR, text);
  }

  static Complaint warning(String text) {
    return new Complaint(Kind.WARNING, text);
  }
}
