package org.jlvm.cli.report;

import org.jlvm.cli.console.Console;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;

/** Writes the lines of reports past the log of messages; everything else is a message. */
final class ReportLines implements Messages {
  private final Console console;
  private final String start;
  private final StringBuilder line = new StringBuilder(200);

  ReportLines(Console console) {
    this.console = console;
    this.start = console.lineStart();
  }

  @Override
  public void show(Level level, String text) {
    if (level == Level.PRINT) {
      line.setLength(0);
      console.output(line.append(start).append(text).append('\n').toString());
    } else {
      console.show(level, text);
    }
  }

  @Override
  public boolean shows(Level level) {
    return console.shows(level);
  }
}
