package org.jlvm.cli.console;

import org.jlvm.core.message.Level;

/** Receives every message of a command, also those that are not shown. */
@FunctionalInterface
public interface MessageSink {
  /** Whether messages of a level are of use, so that they are made even if they are not shown. */
  default boolean wants(Level level) {
    return false;
  }

  /** Whether the message was taken over, so that the console does not show it. */
  boolean receive(Level level, String text);
}
