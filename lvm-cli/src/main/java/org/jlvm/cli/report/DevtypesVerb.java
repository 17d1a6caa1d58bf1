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
      try (CommandReport output = CommandReport.begin(context, options, Optional.empty(), false)) {
        try {
          show(session, options, output);
          return ExitStatus.OK;
        } catch (LvmException e) {
          context.console().error(e.getMessage());
          return e.exitStatus();
        }
      }
    }
  }

  private static void show(CommandSession session, ReportOptions options, CommandReport output) {
    ReportSettings settings = session.settings().report();
    boolean more = session.command().has(Opt.VERBOSE);
    ReportChoice choice =
        options.single(
            ReportChoice.of(
                    more ? settings.devtypesColsVerbose() : settings.devtypesCols(),
                    settings.devtypesSort())
                .withCompact(settings.compactOutputCols()),
            "devtype");
    output.startSection();
    Report<DeviceType> report =
        output.create(new DeviceTypeFields(), choice, DeviceTypeFields.KIND.bit());
    output.start(report, "devtype", DeviceTypeFields.KIND.description());
    for (DeviceType type : DeviceType.KNOWN) {
      report.add(type);
    }
    output.finish(report, choice);
    output.endSection();
  }
}
