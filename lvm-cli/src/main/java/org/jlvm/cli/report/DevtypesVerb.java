package org.jlvm.cli.report;

import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.config.settings.ReportSettings;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.report.devtype.DeviceType;
import org.jlvm.core.report.devtype.DeviceTypeFields;
import org.jlvm.core.report.table.Report;

/** {@code devtypes}: the kinds of devices that are known. */
public final class DevtypesVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      ReportOptions options = new ReportOptions(command, session.settings());
      ReportChoice choice = CommandReport.choose(context, options, () -> choice(session, options));
      try (CommandReport output = CommandReport.begin(context, options, Optional.empty(), false)) {
        output.startSection();
        try {
          show(choice, output);
          return ExitStatus.OK;
        } catch (LvmException e) {
          context.console().error(e.getMessage());
          return e.exitStatus();
        } finally {
          output.endSection();
        }
      }
    }
  }

  private static ReportChoice choice(CommandSession session, ReportOptions options) {
    ReportSettings settings = session.settings().report();
    boolean more = session.command().has(Opt.VERBOSE);
    return options.single(
        ReportChoice.of(
                more ? settings.devtypesColsVerbose() : settings.devtypesCols(),
                settings.devtypesSort())
            .withCompact(settings.compactOutputCols()),
        "devtype");
  }

  private static void show(ReportChoice choice, CommandReport output) {
    Report<DeviceType> report =
        output.create(new DeviceTypeFields(), choice, DeviceTypeFields.KIND.bit());
    output.start(report, "devtype", DeviceTypeFields.KIND.description());
    for (DeviceType type : DeviceType.KNOWN) {
      report.add(type);
    }
    output.finish(report, choice);
  }
}
