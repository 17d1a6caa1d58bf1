package org.jlvm.cli.table;

/** What a second use of an option on one command line means. */
public enum Repeat {
  /** A mistake. */
  ONCE,
  /** More of the same: {@code -vvv}. */
  COUNTED,
  /** A further value, or a further group of options that belong together. */
  GROUPED
}
