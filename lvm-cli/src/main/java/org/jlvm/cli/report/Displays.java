package org.jlvm.cli.report;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.message.Messages;
import org.jlvm.core.report.display.DisplayStyle;
import org.jlvm.core.report.lvm.ObjectSelector;
import org.jlvm.core.report.lvm.Rendering;
import org.jlvm.core.report.lvm.ReportKind;

/** What the display commands have in common. */
final class Displays {
  private Displays() {}

  static DisplayStyle style(CommandSession session) {
    ReportOptions options = new ReportOptions(session.command(), session.settings());
    Rendering rendering = ReportSurroundings.rendering(session, options);
    return new DisplayStyle(
        rendering.sizes(),
        rendering.deviceDirectory(),
        session.settings().global().lvdisplayShowsFullDevicePath(),
        rendering.timeFormat(),
        rendering.zone(),
        rendering.monitoring(),
        new SessionVolumes(session));
  }

  /** The command's selection; everything without one. */
  static ObjectSelector selector(CommandSession session, ReportKind kind) {
    ParsedCommand command = session.command();
    ReportOptions options = new ReportOptions(command, session.settings());
    List<String> selections = command.strings(Opt.SELECT);
    Optional<String> last =
        selections.isEmpty()
            ? Optional.empty()
            : Optional.of(selections.get(selections.size() - 1));
    return ObjectSelector.of(
        last.orElse(""),
        kind,
        ReportSurroundings.fields(session, options),
        session.context().console());
  }

  static void print(Messages messages, List<String> lines) {
    for (String line : lines) {
      messages.print(line);
    }
  }
}
