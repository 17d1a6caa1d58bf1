package org.jlvm.cli.report;

import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.report.lvm.LvmFields;
import org.jlvm.core.report.lvm.ReportKind;

/** {@code lvs}, {@code vgs} and {@code pvs}. */
public final class ReportVerb implements Verb {
  private final ReportKind kind;
  private final ReportKind withSegments;

  private ReportVerb(ReportKind kind, ReportKind withSegments) {
    this.kind = kind;
    this.withSegments = withSegments;
  }

  public static ReportVerb lvs() {
    return new ReportVerb(ReportKind.LVS, ReportKind.SEGMENTS);
  }

  public static ReportVerb vgs() {
    return new ReportVerb(ReportKind.VGS, ReportKind.VGS);
  }

  public static ReportVerb pvs() {
    return new ReportVerb(ReportKind.LABELS, ReportKind.PV_SEGMENTS);
  }

  @Override
  public int run(CommandContext context, ParsedCommand command) {
    ReportKind asked =
        command.has(Opt.SEGMENTS)
            ? withSegments
            : kind == ReportKind.LABELS ? pvsKind(command) : kind;
    try (CommandSession session = CommandSession.open(context, command)) {
      return run(session, asked);
    }
  }

  /** Labels are enough for a report on PVs unless tags, which are not in them, choose the PVs. */
  static ReportKind pvsKind(ParsedCommand command) {
    for (String operand : command.operands()) {
      if (operand.startsWith("@")) {
        return ReportKind.PVS;
      }
    }
    return ReportKind.LABELS;
  }

  /** Shows the table of a kind; also what {@code lvdisplay -C} and the like do. */
  static int run(CommandSession session, ReportKind asked) {
    CommandContext context = session.context();
    ParsedCommand command = session.command();
    ReportOptions options = new ReportOptions(command, session.settings());
    ReportChoice choice = CommandReport.choose(context, options, () -> options.single(asked));
    LvmFields fields = ReportSurroundings.fields(session, options);
    try (CommandReport output = CommandReport.begin(context, options, Optional.of(asked), false)) {
      output.startSection();
      try {
        return new VolumeReport(session, output, fields, asked).run(choice, command.operands());
      } catch (LvmException e) {
        // Said here, so that it gets into the log that closing shows.
        context.console().error(e.getMessage());
        return e.exitStatus();
      } finally {
        output.endSection();
      }
    }
  }
}
