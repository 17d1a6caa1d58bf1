package org.jlvm.core.message;

/**
 * Where messages for the user go. Texts are whole lines without prefix and line end; the receiver
 * adds {@code log/prefix}. Implementations must not throw.
 */
public interface Messages {
  void show(Level level, String text);

  /** Whether a message of this level would be seen, for callers that would build a costly text. */
  boolean shows(Level level);

  default void error(String text) {
    show(Level.ERROR, text);
  }

  default void warn(String text) {
    show(Level.WARN, text);
  }

  default void print(String text) {
    show(Level.PRINT, text);
  }

  default void info(String text) {
    show(Level.INFO, text);
  }

  default void verbose(String text) {
    show(Level.VERBOSE, text);
  }

  default void debug(String text) {
    show(Level.DEBUG, text);
  }
}
