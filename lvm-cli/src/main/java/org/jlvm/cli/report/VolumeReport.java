package org.jlvm.cli.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.EachVg;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.table.Trait;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.report.lvm.LastVgFacts;
import org.jlvm.core.report.lvm.LvmFields;
import org.jlvm.core.report.lvm.LvmRow;
import org.jlvm.core.report.lvm.LvmRows;
import org.jlvm.core.report.lvm.RaidNeed;
import org.jlvm.core.report.lvm.ReportKind;
import org.jlvm.core.report.lvm.VgFacts;
import org.jlvm.core.report.table.Report;

/** A report on groups or volumes: which objects the operands mean, and their rows. */
final class VolumeReport {
  private final CommandSession session;
  private final CommandReport output;
  private final LvmFields fields;
  private final ReportKind asked;
  private final LastVgFacts facts = new LastVgFacts();

  VolumeReport(CommandSession session, CommandReport output, LvmFields fields, ReportKind asked) {
    this.session = session;
    this.output = output;
    this.fields = fields;
    this.asked = asked;
  }

  /**
   * Shows the report.
   *
   * @return the exit status
   */
  int run(ReportChoice choice, List<String> operands) {
    Report<LvmRow> report = output.create(fields, choice, asked.object().bit());
    ReportKind kind = asked.widened(report.types(), asked.isAboutPvs(), "");
    output.start(report, asked.word(), asked.object().description());
    int status = ExitStatus.OK;
    try {
      status = addRows(report, kind, operands);
    } catch (LvmException e) {
      session.context().console().error(e.getMessage());
      status = e.exitStatus();
    }
    output.finish(report, choice);
    return status;
  }

  private int addRows(Report<LvmRow> report, ReportKind kind, List<String> operands) {
    // Where only help was wanted lvm2 reads everything all the same, and complains of it.
    Consumer<LvmRow> rows = report.isOnlyHelp() ? row -> {} : report::add;
    return switch (kind) {
      case LABELS -> new PvRows(session, kind, rows).labels(operands);
      case PVS, PV_SEGMENTS ->
          asked.isAboutPvs()
              ? new PvRows(session, kind, rows).pvs(operands)
              : eachVg(kind, operands, rows);
      case VGS -> eachVg(kind, operands, rows);
      case LVS, SEGMENTS -> eachLv(kind, operands, rows);
    };
  }

  private int eachVg(ReportKind kind, List<String> operands, Consumer<LvmRow> rows) {
    return new EachVg(session, access(session))
        .run(
            operands,
            true,
            state -> true,
            state -> {
              LvmRows.ofVg(new VgFacts(state), showsHidden(), kind, rows);
              if (kind == ReportKind.VGS) {
                session.session().keepBackupCurrent(state);
              }
              return ExitStatus.OK;
            });
  }

  private int eachLv(ReportKind kind, List<String> operands, Consumer<LvmRow> rows) {
    return new EachLv(session, access(session))
        .run(
            operands,
            true,
            showsHidden(),
            (state, lv) -> true,
            (state, lv, named) -> {
              addLv(facts.of(state), lv, kind, rows);
              return EachLv.Outcome.done(state);
            },
            state -> {
              return ExitStatus.OK;
            });
  }

  private void addLv(VgFacts vg, LogicalVolume lv, ReportKind kind, Consumer<LvmRow> rows) {
    // Segments of hidden volumes are only shown with -a, named or not.
    if (kind != ReportKind.SEGMENTS || showsHidden() || vg.isVisible(lv)) {
      warnOfHealth(vg, lv);
      LvmRows.ofLv(vg, lv, kind, rows);
    }
  }

  /** Of arrays that work without some of their images. */
  private void warnOfHealth(VgFacts vg, LogicalVolume lv) {
    Optional<String> need = RaidNeed.of(vg, lv, new SessionVolumes(session));
    if (need.isPresent()) {
      session
          .session()
          .environment()
          .messages()
          .warn(
              "WARNING: RaidLV "
                  + vg.vg().name()
                  + '/'
                  + lv.name()
                  + " needs to be "
                  + need.get()
                  + "!  See character 'r' at position 9 in the RaidLV's attributes"
                  + (showsHidden()
                      ? " and its SubLV(s)."
                      : " and also its SubLV(s) with option '-a'."));
    }
  }

  private boolean showsHidden() {
    return session.command().has(Opt.ALL);
  }

  /** What a command that only shows may read. */
  static VgAccess access(CommandSession session) {
    boolean exported = session.command().table().has(Trait.ALLOW_EXPORTED);
    return new VgAccess(false, false, exported, session.command().has(Opt.FOREIGN), true);
  }
}
