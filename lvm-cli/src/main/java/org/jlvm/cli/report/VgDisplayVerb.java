package org.jlvm.cli.report;

import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachVg;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.report.display.DisplayStyle;
import org.jlvm.core.report.display.LvDisplay;
import org.jlvm.core.report.display.PvDisplay;
import org.jlvm.core.report.display.VgDisplay;
import org.jlvm.core.report.lvm.ObjectSelector;
import org.jlvm.core.report.lvm.PvFacts;
import org.jlvm.core.report.lvm.ReportKind;
import org.jlvm.core.report.lvm.VgFacts;

/** {@code vgdisplay}. */
public final class VgDisplayVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    if (command.has(Opt.ACTIVEVOLUMEGROUPS) && !command.operands().isEmpty()) {
      throw new UsageException("Option -A is not allowed with volume group names");
    }
    try (CommandSession session = CommandSession.open(context, command)) {
      if (command.has(Opt.COLUMNS)) {
        return ReportVerb.run(session, ReportKind.VGS);
      }
      ObjectSelector selector = Displays.selector(session, ReportKind.VGS);
      if (selector.isOnlyHelp()) {
        return ExitStatus.OK;
      }
      DisplayStyle style = Displays.style(session);
      return new EachVg(session, VolumeReport.access(session))
          .run(
              command.operands(),
              true,
              CommandSelection.vgs(session, selector),
              state -> {
                show(new VgFacts(state), style, session);
                return ExitStatus.OK;
              });
    }
  }

  private static void show(VgFacts vg, DisplayStyle style, CommandSession session) {
    ParsedCommand command = session.command();
    Messages messages = session.context().console();
    if (command.has(Opt.ACTIVEVOLUMEGROUPS) && !hasActive(vg, style)) {
      return;
    }
    VgDisplay display = new VgDisplay(vg, style);
    if (command.has(Opt.COLON)) {
      messages.print(display.colons());
    } else if (command.has(Opt.SHORT)) {
      messages.print(display.brief());
    } else {
      Displays.print(messages, display.full());
      if (command.has(Opt.VERBOSE)) {
        showParts(vg, style, messages);
      }
      session.session().keepBackupCurrent(vg.state());
    }
  }

  private static boolean hasActive(VgFacts vg, DisplayStyle style) {
    VgState state = vg.state();
    for (LogicalVolume lv : vg.vg().lvs()) {
      if (style.live().isAvailable()
          && vg.isVisible(lv)
          && style.live().device(state, lv).exists()) {
        return true;
      }
    }
    return false;
  }

  private static void showParts(VgFacts vg, DisplayStyle style, Messages messages) {
    for (LogicalVolume lv : vg.vg().lvs()) {
      if (vg.isVisible(lv)) {
        Displays.print(messages, new LvDisplay(vg, lv, style).full());
      }
    }
    messages.print("--- Physical volumes ---");
    for (PhysicalVolume pv : vg.vg().pvs()) {
      PvFacts facts = PvFacts.member(vg.state(), pv);
      Displays.print(messages, new PvDisplay(Optional.of(vg), facts, style).brief());
    }
  }
}
