package org.jlvm.cli.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.WorkLog;
import org.jlvm.cli.console.Console;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.report.field.FieldTable;
import org.jlvm.core.report.log.LogFields;
import org.jlvm.core.report.log.LogItem;
import org.jlvm.core.report.lvm.ReportKind;
import org.jlvm.core.report.table.JsonValue;
import org.jlvm.core.report.table.Report;
import org.jlvm.core.report.table.ReportGroup;
import org.jlvm.core.report.table.ReportRequest;
import org.jlvm.core.units.Sectors;

/** All that a command reports, its log included. Closing ends the document. */
final class CommandReport implements AutoCloseable, WorkLog.Keeper {
  private final Console console;
  private final ReportOptions options;
  private final ReportLines lines;
  private final ReportGroup group;
  private final Optional<Report<LogItem>> logReport;
  private final Optional<CommandLog> log;
  private boolean closed;

  private CommandReport(
      Console console,
      ReportOptions options,
      ReportLines lines,
      Optional<Report<LogItem>> logReport,
      WorkLog work,
      boolean interactive) {
    this.console = console;
    this.options = options;
    this.lines = lines;
    this.logReport = logReport;
    this.group =
        new ReportGroup(options.format(), logReport.isPresent() && !options.showsOnlyLog(), lines);
    this.log =
        logReport.map(
            report -> new CommandLog(report, work, interactive, console.settings().silent()));
    log.ifPresent(console::addSink);
  }

  /**
   * Begins to collect.
   *
   * @param kind what the command reports, if it is on volumes
   * @param full whether it is a full report
   */
  static CommandReport begin(
      CommandContext context, ReportOptions options, Optional<ReportKind> kind, boolean full) {
    CommandReport report =
        begin(context.console(), options, kind, full, context.log(), context.interactive());
    context.log().keep(report);
    return report;
  }

  static CommandReport begin(
      Console console,
      ReportOptions options,
      Optional<ReportKind> kind,
      boolean full,
      WorkLog work,
      boolean interactive) {
    ReportLines lines = new ReportLines(console);
    Optional<Report<LogItem>> logReport = Optional.empty();
    if (options.hasLog()) {
      ReportChoice choice = options.log(kind, full);
      ReportRequest request =
          new ReportRequest(
              LogFields.LOG.bit(),
              choice.fields(),
              choice.keys(),
              choice.selection(),
              // The rows of a document have to wait for their place in it.
              options.format().isJson() ? options.layout().inOneGo() : options.layout(),
              true);
      try {
        logReport = Optional.of(Report.create(new LogFields(), request, lines));
      } catch (FailedException e) {
        console.error(e.getMessage());
        console.error("Failed to create log report.");
        showEmptyDocument(console, options);
        throw silenced(e);
      }
    }
    return new CommandReport(console, options, lines, logReport, work, interactive);
  }

  /**
   * Understands options of a report before it begins. Where that fails JSON is empty, and nothing
   * is logged.
   */
  static <T> T choose(CommandContext context, ReportOptions options, Supplier<T> choice) {
    try {
      options.requireFieldNames();
      return choice.get();
    } catch (LvmException e) {
      context.console().error(e.getMessage());
      showEmptyDocument(context.console(), options);
      throw silenced(e);
    }
  }

  /** The same failure, of which everything was said. */
  private static LvmException silenced(LvmException e) {
    return e instanceof UsageException ? new UsageException("", e) : new FailedException("", e);
  }

  private static void showEmptyDocument(Console console, ReportOptions options) {
    if (options.format().isJson()) {
      new ReportGroup(options.format(), false, new ReportLines(console)).end();
    }
  }

  Messages lines() {
    return lines;
  }

  @Override
  public void done(int status) {
    log.ifPresent(items -> items.done(status));
  }

  @Override
  public void end() {
    close();
  }

  /** Understands what a report is to show. */
  <R> Report<R> create(FieldTable<R> fields, ReportChoice choice, int types) {
    ReportRequest request =
        new ReportRequest(
            types, choice.fields(), choice.keys(), choice.selection(), options.layout(), false);
    return Report.create(fields, request, lines);
  }

  void startSection() {
    if (!options.showsOnlyLog()) {
      group.startSection("report");
    }
  }

  void endSection() {
    if (!options.showsOnlyLog()) {
      group.endSection();
    }
  }

  void startObject() {
    if (!options.showsOnlyLog()) {
      group.startObject();
    }
  }

  void endObject() {
    if (!options.showsOnlyLog()) {
      group.endObject();
    }
  }

  void start(Report<?> report, String name, String title) {
    if (!options.showsOnlyLog()) {
      group.start(report, name, title);
    }
  }

  void finish(Report<?> report, ReportChoice choice) {
    if (options.compactsAll()) {
      report.compact();
    } else if (!choice.compact().isEmpty()) {
      report.compact(choice.compact());
    }
    if (!options.showsOnlyLog()) {
      group.finish(report);
    }
  }

  @Override
  public boolean progress(WorkLog.Advance advance) {
    if (!options.format().isJson() || options.showsOnlyLog()) {
      return false;
    }
    group.addRow(
        "progress",
        List.of(
            new JsonValue("operation", advance.operation(), false),
            new JsonValue("object", advance.object(), false),
            new JsonValue("vg_name", advance.vg(), false),
            new JsonValue("lv_name", advance.lv(), false),
            new JsonValue("percent", advance.percent(), true),
            new JsonValue("done_bytes", bytes(advance.done()), true),
            new JsonValue("total_bytes", bytes(advance.total()), true)));
    console.flush();
    return true;
  }

  private static String bytes(Sectors size) {
    return Long.toString(size.toBytes().count());
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    log.ifPresent(console::removeSink);
    if (logReport.isPresent()) {
      group.start(logReport.get(), "log", "Command Log");
      group.finish(logReport.get());
    }
    group.end();
  }
}
