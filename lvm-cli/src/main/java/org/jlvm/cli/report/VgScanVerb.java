package org.jlvm.cli.report;

import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachVg;
import org.jlvm.cli.process.VolumeNodes;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.report.display.DisplayStyle;
import org.jlvm.core.report.display.VgDisplay;
import org.jlvm.core.report.lvm.VgFacts;

/** {@code vgscan}: names the groups that there are. */
public final class VgScanVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      DisplayStyle style = Displays.style(session);
      int status =
          new EachVg(session, VolumeReport.access(session))
              .run(
                  List.of(),
                  true,
                  state -> true,
                  state -> {
                    context.console().info(new VgDisplay(new VgFacts(state), style).found());
                    session.session().keepBackupCurrent(state);
                    return ExitStatus.OK;
                  });
      if (command.has(Opt.MKNODES)) {
        status = Math.max(status, VolumeNodes.check(session));
        return status == ExitStatus.OK ? VolumeNodes.make(session, List.of()) : status;
      }
      return status;
    }
  }
}
