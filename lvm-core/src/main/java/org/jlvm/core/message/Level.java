package org.jlvm.core.message;

/** How important a message is, in lvm2's grades; the console decides what is shown and where. */
public enum Level {
  /** Standard error, always. */
  ERROR,
  /** Standard error, always. */
  WARN,
  /** Standard output, even with {@code -qq}: what the command was asked to print. */
  PRINT,
  /**
   * Standard output unless {@code -qq}: progress a script may not want ("... successfully
   * created").
   */
  INFO,
  /** Shown from {@code -v} on. */
  VERBOSE,
  /** Shown from {@code -vv} on. */
  VERY_VERBOSE,
  /** Shown from {@code -vvv} on. */
  DEBUG
}
