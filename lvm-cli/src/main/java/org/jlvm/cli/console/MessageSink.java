package org.jlvm.cli.console;

import org.jlvm.core.message.Level;

/** Receives every message of a command, also those that are not shown. */
@FunctionalInterface
public interface MessageSink {
  /** Whether the message was taken over, so that the console does not show it. */
  boolean receive(Level level, String text);
}
