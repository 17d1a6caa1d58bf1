package org.jlvm.cli.report;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.report.display.DisplayStyle;
import org.jlvm.core.report.display.LvDisplay;
import org.jlvm.core.report.lvm.LastVgFacts;
import org.jlvm.core.report.lvm.ObjectSelector;
import org.jlvm.core.report.lvm.ReportKind;
import org.jlvm.core.report.lvm.VgFacts;

/** {@code lvdisplay} and {@code lvscan}. */
public final class LvDisplayVerb implements Verb {
  private final boolean scan;

  private LvDisplayVerb(boolean scan) {
    this.scan = scan;
  }

  public static LvDisplayVerb lvdisplay() {
    return new LvDisplayVerb(false);
  }

  public static LvDisplayVerb lvscan() {
    return new LvDisplayVerb(true);
  }

  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      if (command.has(Opt.COLUMNS)) {
        return ReportVerb.run(
            session, command.has(Opt.SEGMENTS) ? ReportKind.SEGMENTS : ReportKind.LVS);
      }
      ObjectSelector selector = Displays.selector(session, ReportKind.LVS);
      if (selector.isOnlyHelp()) {
        return ExitStatus.OK;
      }
      DisplayStyle style = Displays.style(session);
      boolean hidden = command.has(Opt.ALL);
      LastVgFacts facts = new LastVgFacts();
      return new EachLv(session, VolumeReport.access(session))
          .run(
              command.operands(),
              true,
              hidden,
              selector::matches,
              (state, lv, named) -> {
                show(facts.of(state), lv, style, context.console(), command);
                return EachLv.Outcome.done(state);
              },
              state -> ExitStatus.OK);
    }
  }

  private void show(
      VgFacts vg, LogicalVolume lv, DisplayStyle style, Messages messages, ParsedCommand command) {
    if (!command.has(Opt.ALL) && !vg.isVisible(lv)) {
      return;
    }
    LvDisplay display = new LvDisplay(vg, lv, style);
    if (scan) {
      messages.info(display.scanLine());
    } else if (command.has(Opt.COLON)) {
      messages.print(display.colons());
    } else {
      Displays.print(messages, display.full());
      if (command.has(Opt.MAPS)) {
        Displays.print(messages, display.map());
      }
    }
  }
}
