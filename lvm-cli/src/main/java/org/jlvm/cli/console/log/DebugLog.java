package org.jlvm.cli.console.log;

import java.util.Optional;
import org.jlvm.cli.console.Console;
import org.jlvm.cli.console.MessageSink;
import org.jlvm.core.message.Level;

/**
 * Copies the messages of a command to a file. Nothing is loaded or opened unless a file and a level
 * are configured.
 */
public final class DebugLog implements MessageSink, AutoCloseable {
  /** lvm2's number of the least important level, debug. */
  private static final int DEBUG = 7;

  private final Console console;
  private final Optional<LogFile> file;
  private final int level;

  private DebugLog(Console console, Optional<LogFile> file, int level) {
    this.console = console;
    this.file = file;
    this.level = level;
  }

  /**
   * @param level lvm2's number of the least important level to log: 2 to 7; less for none
   * @param append whether what the file holds is kept
   */
  public static DebugLog open(
      Console console, String command, Optional<String> path, int level, boolean append) {
    if (path.isEmpty() || level < number(Level.ERROR) - 1) {
      return new DebugLog(console, Optional.empty(), 0);
    }
    LogFile file = LogFile.open(path.get(), command, append);
    DebugLog log = new DebugLog(console, Optional.of(file), Math.min(level, DEBUG));
    console.addSink(log);
    return log;
  }

  @Override
  public boolean wants(Level wanted) {
    return number(wanted) <= level;
  }

  @Override
  public boolean receive(Level messageLevel, String text) {
    if (file.isPresent() && wants(messageLevel)) {
      file.get().write(messageLevel, text);
    }
    return false;
  }

  /** Notes how the command ended. */
  public void end(int status) {
    receive(Level.DEBUG, "Completed with exit status " + status + ".");
  }

  @Override
  public void close() {
    if (file.isPresent()) {
      console.removeSink(this);
      file.get().close();
    }
  }

  private static int number(Level level) {
    return switch (level) {
      case ERROR -> 3;
      case WARN, PRINT, INFO -> 4;
      case VERBOSE -> 5;
      case VERY_VERBOSE -> 6;
      case DEBUG -> DEBUG;
    };
  }
}
