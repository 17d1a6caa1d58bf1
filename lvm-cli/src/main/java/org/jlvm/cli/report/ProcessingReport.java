package org.jlvm.cli.report;

import java.util.Optional;
import org.jlvm.cli.command.WorkLog;
import org.jlvm.cli.console.Console;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.core.config.settings.LvmSettings;

/** The log of a command that has no report of its own; in JSON it is a document by itself. */
public final class ProcessingReport implements WorkLog.Keeper {
  private static final WorkLog.Keeper NOTHING = new Nothing();

  private final CommandReport report;

  private ProcessingReport(CommandReport report) {
    this.report = report;
  }

  /** Begins to collect, if the command line or the configuration want a log. */
  public static WorkLog.Keeper begin(
      Console console,
      ParsedCommand command,
      LvmSettings settings,
      WorkLog work,
      boolean interactive) {
    ReportOptions options = new ReportOptions(command, settings);
    if (!options.hasLog() && !options.format().isJson()) {
      return NOTHING;
    }
    return new ProcessingReport(
        CommandReport.begin(console, options, Optional.empty(), false, work, interactive));
  }

  @Override
  public void done(int status) {
    report.done(status);
  }

  @Override
  public boolean progress(WorkLog.Advance advance) {
    return report.progress(advance);
  }

  @Override
  public void end() {
    report.close();
  }

  /** No log is wanted, as is usual. */
  private static final class Nothing implements WorkLog.Keeper {
    @Override
    public void done(int status) {
      // Nobody wants to know.
    }

    @Override
    public void end() {
      // There is nothing to show.
    }
  }
}
