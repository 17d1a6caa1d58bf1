package org.jlvm.core.report.lvm;

import java.util.Optional;
import java.util.function.Consumer;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.report.table.Layout;
import org.jlvm.core.report.table.Report;
import org.jlvm.core.report.table.ReportRequest;

/**
 * The selection ({@code -S}) of a command that changes things: which groups or volumes it means. A
 * group is meant if any row about it or a part of it is.
 */
public final class ObjectSelector {
  private final Report<LvmRow> report;
  private final ReportKind kind;
  private final Optional<String> trouble;
  private final Messages messages;
  private final LastVgFacts facts = new LastVgFacts();

  private ObjectSelector(
      Report<LvmRow> report, ReportKind kind, Optional<String> trouble, Messages messages) {
    this.report = report;
    this.kind = kind;
    this.trouble = trouble;
    this.messages = messages;
  }

  /**
   * Reads a selection; empty text means everything. One that mixes fields of logical and physical
   * volumes where that cannot be chooses nothing, and says so for each object.
   *
   * @param kind what is chosen among: {@link ReportKind#VGS}, LVS or PVS
   * @throws org.jlvm.core.error.FailedException if it is no selection, or looks at fields that such
   *     objects do not have
   */
  public static ObjectSelector of(
      String selection, ReportKind kind, LvmFields fields, Messages messages) {
    ReportRequest request =
        new ReportRequest(kind.object().bit(), "", "", selection, Layout.DEFAULT, false);
    Report<LvmRow> report = Report.create(fields, request, messages);
    try {
      ReportKind widened = kind.widened(report.types(), kind.isAboutPvs(), "");
      return new ObjectSelector(report, widened, Optional.empty(), messages);
    } catch (FailedException e) {
      return new ObjectSelector(report, kind, Optional.of(e.getMessage()), messages);
    }
  }

  /** Whether it was only asked for help, which was shown: nothing is to be done. */
  public boolean isOnlyHelp() {
    return report.isOnlyHelp();
  }

  /** What rows are about: more than what is chosen among if the selection looks at parts. */
  public ReportKind kind() {
    return kind;
  }

  public boolean matches(VgState vg) {
    if (fails("VG " + vg.vg().name())) {
      return false;
    }
    Match match = new Match(report);
    LvmRows.ofVg(facts.of(vg), true, kind, match);
    return match.found;
  }

  public boolean matches(VgState vg, LogicalVolume lv) {
    if (fails("LV " + lv.name())) {
      return false;
    }
    Match match = new Match(report);
    LvmRows.ofLv(facts.of(vg), lv, kind, match);
    return match.found;
  }

  public boolean matches(Optional<VgState> vg, PvFacts pv) {
    Match match = new Match(report);
    LvmRows.ofPv(vg.map(facts::of), pv, kind, match);
    return match.found;
  }

  private boolean fails(String object) {
    if (trouble.isEmpty()) {
      return false;
    }
    messages.error(trouble.get());
    messages.error("Selection failed for " + object + '.');
    return true;
  }

  private static final class Match implements Consumer<LvmRow> {
    private final Report<LvmRow> report;
    private boolean found;

    Match(Report<LvmRow> report) {
      this.report = report;
    }

    @Override
    public void accept(LvmRow row) {
      found = found || report.selects(row);
    }
  }
}
