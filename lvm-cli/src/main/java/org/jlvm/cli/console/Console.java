package org.jlvm.cli.console;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.config.text.LvmText;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;

/**
 * Shows messages by lvm2's rules: what was asked for and progress on standard output, all else on
 * standard error, each line with the prefix of the configuration. Not thread-safe.
 */
public final class Console implements Messages {
  /** The verbosity that stamps each line. */
  private static final int TRACE = 4;

  private static final String ERASE_LINE = "\r\033[K";

  private final Streams streams;
  private final List<MessageSink> sinks = new ArrayList<>(1);
  private ConsoleSettings settings = ConsoleSettings.DEFAULT;
  private String commandName = "";
  private boolean errorShown;
  private final List<Held> held = new ArrayList<>(1);
  private boolean holding;

  /** Whether the last line on the terminal is one that is drawn again. */
  private boolean redrawn;

  /** A message that waits. */
  private record Held(Level level, String text) {}

  public Console(Streams streams) {
    this.streams = streams;
  }

  public Streams streams() {
    return streams;
  }

  public ConsoleSettings settings() {
    return settings;
  }

  public void setSettings(ConsoleSettings newSettings) {
    this.settings = newSettings;
  }

  /** Begins a command: its name may be shown with its messages. */
  public void startCommand(String name) {
    this.commandName = name;
    this.errorShown = false;
  }

  /** Whether the command has said what went wrong. */
  public boolean hasShownError() {
    return errorShown;
  }

  /** Further receivers of all messages, shown or not: the log report, the debug log. */
  public void addSink(MessageSink sink) {
    sinks.add(sink);
  }

  public void removeSink(MessageSink sink) {
    sinks.remove(sink);
  }

  @Override
  public boolean shows(Level level) {
    for (int i = 0; i < sinks.size(); i++) {
      if (sinks.get(i).wants(level)) {
        return true;
      }
    }
    return isVisible(level);
  }

  private boolean isVisible(Level level) {
    return switch (level) {
      case ERROR, WARN, PRINT -> true;
      case INFO -> !settings.silent() || settings.verbosity() >= 1;
      case VERBOSE -> settings.verbosity() >= 1;
      case VERY_VERBOSE -> settings.verbosity() >= 2;
      case DEBUG -> settings.verbosity() >= 3;
    };
  }

  /** From now on messages wait in memory, so that none is written anywhere. */
  public void hold() {
    if (!holding) {
      // Nothing may be read from a disk while messages wait, a class neither.
      held.add(new Held(Level.DEBUG, ""));
      held.clear();
    }
    holding = true;
  }

  /** Shows the messages that waited. */
  public void release() {
    holding = false;
    List<Held> waiting = List.copyOf(held);
    held.clear();
    for (Held message : waiting) {
      show(message.level(), message.text());
    }
  }

  @Override
  public void show(Level level, String text) {
    if (holding) {
      held.add(new Held(level, text));
      return;
    }
    if (level == Level.ERROR && text.isEmpty()) {
      // A failure of which everything was said before.
      return;
    }
    errorShown |= level == Level.ERROR;
    if (!record(level, text) && !settings.suppressed() && isVisible(level)) {
      line(level, text);
    }
  }

  /**
   * Gives a message only to those who get all of them.
   *
   * @return whether one of them keeps it from being shown
   */
  public boolean record(Level level, String text) {
    boolean taken = false;
    for (int i = 0; i < sinks.size(); i++) {
      taken |= sinks.get(i).receive(level, text);
    }
    return taken;
  }

  /** Whether a person looks at the output, on a terminal that shows nothing but what is usual. */
  public boolean canRedraw() {
    return streams.isToTerminal() && settings.verbosity() == 0 && !settings.suppressed();
  }

  /**
   * Tells of progress on one line of the terminal, in place of what was told there before.
   *
   * @param text for those who get all messages
   * @param drawn what is seen
   */
  public void redraw(String text, String drawn) {
    if (!record(Level.INFO, text) && isVisible(Level.INFO)) {
      writeEncoded(streams.out(), ERASE_LINE + lineStart() + drawn);
      streams.out().flush();
      redrawn = true;
    }
  }

  /** What comes next begins on a line of its own. */
  private void leaveDrawn() {
    if (redrawn) {
      redrawn = false;
      writeEncoded(streams.out(), "\n");
      streams.out().flush();
    }
  }

  /** What every line on standard output begins with. */
  public String lineStart() {
    return (settings.commandNames() ? commandName : "") + settings.prefix();
  }

  private void line(Level level, String text) {
    leaveDrawn();
    boolean toOut = level == Level.PRINT || (level == Level.INFO && !settings.silent());
    PrintStream stream = toOut ? streams.out() : streams.err();
    if (!toOut) {
      streams.out().flush();
    }
    StringBuilder line = new StringBuilder(text.length() + 80);
    if (settings.verbosity() >= TRACE) {
      line.append(traceStamp());
    } else if (settings.commandNames()) {
      line.append(commandName);
    }
    line.append(settings.prefix());
    if (settings.indent()) {
      line.append(indentation(level));
    }
    writeEncoded(stream, line.append(text).append('\n').toString());
    // At once, as lvm2 does: who waits for a long command reads how far it is.
    stream.flush();
  }

  /** Time, command and process, which only {@code -vvvv} puts before each line. */
  private String traceStamp() {
    String time = LocalTime.now(ZoneId.systemDefault()).toString();
    return time + ' ' + commandName + '[' + ProcessHandle.current().pid() + ']';
  }

  private static String indentation(Level level) {
    return switch (level) {
      case ERROR, WARN, PRINT, INFO -> "";
      case VERBOSE -> "  ";
      case VERY_VERBOSE -> "    ";
      case DEBUG -> "      ";
    };
  }

  /** A line on standard error as it is, without prefix. */
  public void raw(String text) {
    leaveDrawn();
    streams.out().flush();
    streams.err().print(text);
    streams.err().print('\n');
    streams.err().flush();
  }

  /** A piece of output as it is: a usage text, a report. */
  public void output(String text) {
    leaveDrawn();
    writeEncoded(streams.out(), text);
  }

  /** In one piece, past the stream's own encoder, which is slow; names keep their bytes. */
  private static void writeEncoded(PrintStream stream, String text) {
    byte[] bytes = LvmText.encode(text);
    stream.write(bytes, 0, bytes.length);
  }

  /** Standard output for writers of reports; all that was written before comes first. */
  public PrintStream out() {
    return streams.out();
  }

  /** Ends a command: nothing is held back any more. */
  public void flush() {
    release();
    leaveDrawn();
    streams.flush();
  }
}
