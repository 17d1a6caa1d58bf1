package org.jlvm.cli.report;

import java.util.Optional;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.console.MessageSink;
import org.jlvm.core.message.Level;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.report.log.LogItem;
import org.jlvm.core.report.table.Report;

/** Collects the messages of a command and how it went with each object. */
final class CommandLog implements MessageSink {
  private static final int DONE = 1;

  private final Report<LogItem> report;
  private final String context;
  private LogItem.Subject subject = LogItem.Subject.NONE;
  private int errorNumber;
  private long count;
  private boolean busy;
  private boolean open;
  private boolean failing;

  CommandLog(Report<LogItem> report, boolean interactive) {
    this.report = report;
    this.context = interactive ? "shell" : "processing";
  }

  @Override
  public boolean receive(Level level, String text) {
    if (busy || (level != Level.ERROR && level != Level.WARN && level != Level.PRINT)) {
      return false;
    }
    if (level == Level.ERROR) {
      errorNumber = -1;
      failing = true;
    }
    String type =
        switch (level) {
          case ERROR -> "error";
          case WARN -> "warn";
          default -> "print";
        };
    add(new LogItem(++count, type, context, subject, text, errorNumber, 0));
    return true;
  }

  private void add(LogItem item) {
    // A report that is shown row by row could itself have something to say.
    busy = true;
    try {
      report.add(item);
    } finally {
      busy = false;
    }
  }

  /** From now on messages are about a group that is going to be read. */
  void begin(String vgName, Optional<LvmId> id) {
    end();
    subject = new LogItem.Subject("vg", vgName, id.map(LvmId::hyphenated).orElse(""), "", "");
    failing = false;
    open = true;
  }

  /** Nothing more will be said of the last group: if it was in error, it has failed. */
  void end() {
    if (open && failing) {
      add(
          new LogItem(
              ++count, "status", context, subject, "failure", errorNumber, ExitStatus.FAILED));
    }
    open = false;
  }

  /** From now on messages are about a group. */
  void about(VolumeGroup vg) {
    subject = new LogItem.Subject("vg", vg.name().value(), vg.id().hyphenated(), "", "");
  }

  /** From now on messages are about a volume. */
  void about(VolumeGroup vg, LogicalVolume lv) {
    subject =
        new LogItem.Subject(
            "lv", lv.name().value(), lv.id().hyphenated(), vg.name().value(), vg.id().hyphenated());
  }

  void aboutNothing() {
    subject = LogItem.Subject.NONE;
  }

  /** What messages are about went well. */
  void done() {
    open &= !subject.type().equals("vg");
    add(new LogItem(++count, "status", context, subject, "success", errorNumber, DONE));
  }
}
