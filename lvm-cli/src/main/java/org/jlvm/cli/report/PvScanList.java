package org.jlvm.cli.report;

import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.model.Flag;
import org.jlvm.core.report.display.PvScanLines;
import org.jlvm.core.report.lvm.LvmRow;
import org.jlvm.core.report.lvm.PvFacts;
import org.jlvm.core.report.lvm.ReportKind;

/** {@code pvscan} without {@code --cache}: lists physical volumes. */
public final class PvScanList implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    boolean exported = command.has(Opt.EXPORTED);
    boolean newOnes = command.has(Opt.NOVOLUMEGROUP);
    if (exported && newOnes) {
      throw new UsageException("Options -e and -n are incompatible");
    }
    if (exported || newOnes) {
      context
          .console()
          .warn(
              "WARNING: Only considering physical volumes "
                  + (exported ? "of exported volume group(s)" : "in no volume group")
                  + ".");
    }
    try (CommandSession session = CommandSession.open(context, command)) {
      PvScanLines lines = lines(session, command);
      int status =
          new PvRows(
                  session,
                  ReportKind.PVS,
                  row -> {
                    if (isWanted(row, exported, newOnes)) {
                      lines.add(row.vg(), row.pv().orElseThrow());
                    }
                  })
              .pvs(List.of());
      for (String line : lines.lines()) {
        context.console().info(line);
      }
      return status;
    }
  }

  private static PvScanLines lines(CommandSession session, ParsedCommand command) {
    int longestName = 0;
    int longestVg = 0;
    VgCatalog catalog = session.session().catalog();
    for (ScannedPv pv : catalog.pvs()) {
      longestName = Math.max(longestName, pv.device().name().length());
    }
    for (VgCatalog.VgIdentity vg : catalog.identities()) {
      longestVg = Math.max(longestVg, vg.name().value().length());
    }
    return new PvScanLines(
        Displays.style(session),
        command.has(Opt.SHORT),
        command.has(Opt.UUID),
        !command.has(Opt.ALLPVS),
        longestName,
        longestVg);
  }

  private static boolean isWanted(LvmRow row, boolean exported, boolean newOnes) {
    PvFacts pv = row.pv().orElseThrow();
    boolean isExported = pv.pv().isPresent() && pv.pv().get().flags().has(Flag.EXPORTED);
    return (!exported || isExported) && (!newOnes || row.vg().isEmpty());
  }
}
