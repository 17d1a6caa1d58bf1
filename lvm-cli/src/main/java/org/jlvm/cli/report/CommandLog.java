package org.jlvm.cli.report;

import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.WorkLog;
import org.jlvm.cli.console.MessageSink;
import org.jlvm.core.message.Level;
import org.jlvm.core.report.log.LogItem;
import org.jlvm.core.report.table.Report;

/** Collects the messages of a command and how it went with each object. */
final class CommandLog implements MessageSink {
  /** What lvm2's commands give back inside where the program's status is 0. */
  private static final int DONE = 1;

  private final Report<LogItem> report;
  private final WorkLog work;
  private final String context;
  private final boolean silent;
  private int errorNumber;
  private long count;
  private boolean busy;

  /**
   * @param silent whether messages are left out that are not shown to the silent
   */
  CommandLog(Report<LogItem> report, WorkLog work, boolean interactive, boolean silent) {
    this.silent = silent;
    this.report = report;
    this.work = work;
    this.context = interactive ? "shell" : "processing";
  }

  @Override
  public boolean receive(Level level, String text) {
    boolean counts =
        level == Level.ERROR
            || level == Level.WARN
            || level == Level.PRINT
            || (level == Level.INFO && !silent);
    if (busy || !counts) {
      return false;
    }
    if (level == Level.ERROR) {
      errorNumber = -1;
    }
    String type =
        switch (level) {
          case ERROR -> "error";
          case WARN -> "warn";
          default -> "print";
        };
    add(type, text, 0);
    return true;
  }

  /** How it went with the object that is worked on. */
  void done(int status) {
    boolean good = status == ExitStatus.OK;
    add("status", good ? "success" : "failure", good ? DONE : status);
  }

  private void add(String type, String text, int code) {
    // A report that is shown row by row could itself have something to say.
    busy = true;
    try {
      report.add(new LogItem(++count, type, context, work.subject(), text, errorNumber, code));
    } finally {
      busy = false;
    }
  }
}
