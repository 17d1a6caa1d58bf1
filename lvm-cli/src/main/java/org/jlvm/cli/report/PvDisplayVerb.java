package org.jlvm.cli.report;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.message.Messages;
import org.jlvm.core.report.display.DisplayStyle;
import org.jlvm.core.report.display.PvDisplay;
import org.jlvm.core.report.lvm.LvmRow;
import org.jlvm.core.report.lvm.ObjectSelector;
import org.jlvm.core.report.lvm.PvFacts;
import org.jlvm.core.report.lvm.ReportKind;
import org.jlvm.core.report.lvm.VgFacts;

/** {@code pvdisplay}. */
public final class PvDisplayVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      if (command.has(Opt.COLUMNS)) {
        return ReportVerb.run(
            session,
            command.has(Opt.SEGMENTS) ? ReportKind.PV_SEGMENTS : ReportVerb.pvsKind(command));
      }
      ObjectSelector selector = Displays.selector(session, ReportKind.PVS);
      if (selector.isOnlyHelp()) {
        return ExitStatus.OK;
      }
      DisplayStyle style = Displays.style(session);
      return new PvRows(
              session,
              ReportKind.PVS,
              row -> show(row, selector, style, context.console(), command))
          .pvs(command.operands());
    }
  }

  private static void show(
      LvmRow row,
      ObjectSelector selector,
      DisplayStyle style,
      Messages messages,
      ParsedCommand command) {
    PvFacts pv = row.pv().orElseThrow();
    if (!selector.matches(row.vg().map(VgFacts::state), pv)) {
      return;
    }
    PvDisplay display = new PvDisplay(row.vg(), pv, style);
    if (command.has(Opt.SHORT)) {
      messages.print(display.capacity());
      return;
    }
    for (String line : display.introduction()) {
      messages.info(line);
    }
    if (command.has(Opt.COLON)) {
      messages.print(display.colons());
    } else {
      Displays.print(messages, display.full());
    }
    if (command.has(Opt.MAPS)) {
      Displays.print(messages, display.map());
    }
  }
}
