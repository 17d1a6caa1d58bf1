package org.jlvm.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.command.WorkLog;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachVg;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.report.lvm.LvmFields;
import org.jlvm.core.report.lvm.LvmRow;
import org.jlvm.core.report.lvm.LvmRows;
import org.jlvm.core.report.lvm.ReportKind;
import org.jlvm.core.report.lvm.VgFacts;
import org.jlvm.core.report.table.Report;

/** {@code fullreport}: for each group a report on it and on all that it is made of. */
public final class FullReportVerb implements Verb {
  /** In the order in which they are shown. */
  private static final Map<ReportPart, ReportKind> PARTS = parts();

  private static Map<ReportPart, ReportKind> parts() {
    Map<ReportPart, ReportKind> parts = new LinkedHashMap<>();
    parts.put(ReportPart.FULL_VG, ReportKind.VGS);
    parts.put(ReportPart.FULL_PV, ReportKind.PVS);
    parts.put(ReportPart.FULL_LV, ReportKind.LVS);
    parts.put(ReportPart.FULL_PVSEG, ReportKind.PV_SEGMENTS);
    parts.put(ReportPart.FULL_SEG, ReportKind.SEGMENTS);
    return parts;
  }

  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      ReportOptions options = new ReportOptions(command, session.settings());
      CommandReport.choose(context, options, () -> options);
      try (CommandReport output = CommandReport.begin(context, options, Optional.empty(), true)) {
        output.startSection();
        try {
          return new Run(session, options, output).all();
        } catch (LvmException e) {
          context.console().error(e.getMessage());
          return e.exitStatus();
        } finally {
          output.endSection();
        }
      }
    }
  }

  /** One command's work. */
  private static final class Run {
    private final CommandSession session;
    private final CommandReport output;
    private final LvmFields fields;
    private final Map<ReportPart, ReportChoice> choices = new LinkedHashMap<>();

    Run(CommandSession session, ReportOptions options, CommandReport output) {
      this.session = session;
      this.output = output;
      this.fields = ReportSurroundings.fields(session, options);
      for (Map.Entry<ReportPart, ReportKind> part : PARTS.entrySet()) {
        choices.put(part.getKey(), options.ofFull(part.getKey(), part.getValue()));
      }
    }

    int all() {
      List<String> operands = session.command().operands();
      int status =
          new EachVg(session, VolumeReport.access(session))
              .run(operands, true, state -> true, this::group);
      return operands.isEmpty() ? Math.max(status, orphans()) : status;
    }

    private int group(VgState state) {
      output.startObject();
      int status = ExitStatus.OK;
      VgFacts vg = new VgFacts(state);
      for (ReportPart part : PARTS.keySet()) {
        if (status == ExitStatus.OK) {
          status = part(part, Optional.of(vg), List.of());
        }
      }
      output.endObject();
      return status;
    }

    private int orphans() {
      List<ScannedPv> orphans = session.session().catalog().orphans();
      session.session().catalog().warnOfUse(orphans);
      if (orphans.isEmpty()) {
        return logOrphans(ExitStatus.OK);
      }
      output.startObject();
      int status = part(ReportPart.FULL_PV, Optional.empty(), orphans);
      if (status == ExitStatus.OK) {
        status = part(ReportPart.FULL_PVSEG, Optional.empty(), orphans);
      }
      output.endObject();
      return logOrphans(status);
    }

    private int logOrphans(int status) {
      try (WorkLog.Place place = session.log().enter("orphan")) {
        session.log().about("lvm2", Optional.empty());
        session.log().done(status);
      }
      return status;
    }

    private int part(ReportPart part, Optional<VgFacts> vg, List<ScannedPv> orphans) {
      ReportKind kind = PARTS.get(part);
      ReportChoice choice = choices.get(part);
      if (kind == null || choice == null) {
        throw new IllegalArgumentException("not a part of a full report: " + part);
      }
      try {
        Report<LvmRow> report = output.create(fields, choice, kind.object().bit());
        requireSame(kind, report, vg);
        output.start(report, kind.word(), kind.object().description());
        boolean hidden = session.command().has(Opt.ALL);
        if (vg.isPresent()) {
          LvmRows.ofVg(vg.get(), hidden, kind, report::add);
          logDone(kind, vg.get());
          if (kind == ReportKind.VGS) {
            session.session().keepBackupCurrent(vg.get().state());
          }
        } else {
          LvmRows.ofOrphans(orphans, kind, report::add);
          logDone(orphans);
        }
        output.finish(report, choice);
        return ExitStatus.OK;
      } catch (LvmException e) {
        session.context().console().error(e.getMessage());
        return e.exitStatus();
      }
    }

    /** How it went is logged for each volume that a part is about, not only for the group. */
    private void logDone(ReportKind kind, VgFacts vg) {
      WorkLog log = session.log();
      VolumeGroup group = vg.vg();
      if (kind == ReportKind.PVS || kind == ReportKind.PV_SEGMENTS) {
        try (WorkLog.Place place = log.enter("pv", group.name(), group.id())) {
          for (PhysicalVolume pv : group.pvs()) {
            log.about(vg.state().pvName(pv), Optional.of(pv.id()));
            log.done(ExitStatus.OK);
          }
        }
      } else if (kind == ReportKind.LVS || kind == ReportKind.SEGMENTS) {
        try (WorkLog.Place place = log.enter("lv", group.name(), group.id())) {
          for (LogicalVolume lv : group.lvs()) {
            if (vg.isVisible(lv) || session.command().has(Opt.ALL)) {
              log.about(lv);
              log.done(ExitStatus.OK);
            }
          }
        }
      }
    }

    private void logDone(List<ScannedPv> orphans) {
      try (WorkLog.Place place = session.log().enter("pv")) {
        for (ScannedPv orphan : orphans) {
          session.log().about(orphan.device().name(), Optional.of(orphan.id()));
          session.log().done(ExitStatus.OK);
        }
      }
    }

    private static void requireSame(ReportKind kind, Report<LvmRow> report, Optional<VgFacts> vg) {
      String where = vg.map(facts -> facts.vg().name().value()).orElse("#orphans_lvm2");
      boolean mixable = kind == ReportKind.PV_SEGMENTS;
      if (kind.widened(report.types(), mixable, where) != kind) {
        throw new FailedException(
            "Subreport of type \""
                + kind.word()
                + "\" for VG "
                + where
                + " contains columns which lead to change of report type."
                + " Add these columns to proper subreport type.");
      }
    }
  }
}
