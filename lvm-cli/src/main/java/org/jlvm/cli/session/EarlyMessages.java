package org.jlvm.cli.session;

import org.jlvm.cli.console.Console;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;

/** Messages from before the configuration says how they look: warnings have no prefix. */
final class EarlyMessages implements Messages {
  private final Console console;

  EarlyMessages(Console console) {
    this.console = console;
  }

  @Override
  public void show(Level level, String text) {
    if (level == Level.WARN) {
      console.raw(text);
    } else {
      console.show(level, text);
    }
  }

  @Override
  public boolean shows(Level level) {
    return console.shows(level);
  }
}
