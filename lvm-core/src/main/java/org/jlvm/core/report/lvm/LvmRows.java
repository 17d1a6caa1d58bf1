package org.jlvm.core.report.lvm;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.segtype.LvRelations;

/** The rows that objects give in the various kinds of reports. */
public final class LvmRows {
  private LvmRows() {}

  /** A volume's one row, or one for each of its segments. */
  public static void ofLv(VgFacts vg, LogicalVolume lv, ReportKind kind, Consumer<LvmRow> rows) {
    if (kind == ReportKind.SEGMENTS) {
      for (Segment segment : lv.segments()) {
        rows.accept(LvmRow.segment(vg, lv, segment));
      }
    } else {
      rows.accept(LvmRow.lv(vg, lv));
    }
  }

  /** The volumes that lists show, or all but the ties of snapshots. */
  public static void ofLvs(VgFacts vg, boolean hidden, ReportKind kind, Consumer<LvmRow> rows) {
    for (LogicalVolume lv : vg.vg().lvs()) {
      if (hidden ? !LvRelations.isSnapshotLink(lv) : vg.isVisible(lv)) {
        ofLv(vg, lv, kind, rows);
      }
    }
  }

  /** The PVs of a group, without those that are in another one. */
  public static void ofPvs(VgFacts vg, ReportKind kind, Consumer<LvmRow> rows) {
    for (PhysicalVolume pv : vg.vg().pvs()) {
      if (!vg.state().isElsewhere(pv)) {
        ofPv(Optional.of(vg), PvFacts.member(vg.state(), pv), kind, rows);
      }
    }
  }

  /** PVs without a group. */
  public static void ofOrphans(List<ScannedPv> orphans, ReportKind kind, Consumer<LvmRow> rows) {
    for (ScannedPv orphan : orphans) {
      ofPv(Optional.empty(), PvFacts.orphan(orphan), kind, rows);
    }
  }

  /** A PV's one row, or one for each run of its extents; one of no length if it has none. */
  public static void ofPv(
      Optional<VgFacts> vg, PvFacts pv, ReportKind kind, Consumer<LvmRow> rows) {
    if (kind != ReportKind.PV_SEGMENTS) {
      rows.accept(LvmRow.pv(vg, pv));
      return;
    }
    boolean used = vg.isPresent() && pv.pv().isPresent() && !pv.unusedDuplicate();
    List<PvRun> runs = used ? vg.get().runs(pv.pv().get()) : List.of();
    if (runs.isEmpty()) {
      // As in lvm2 what has no extents is in no group here.
      rows.accept(LvmRow.run(Optional.empty(), pv, PvRun.free(0, 0)));
    }
    for (PvRun run : runs) {
      rows.accept(LvmRow.run(vg, pv, run));
    }
  }

  /** All rows that a group gives. */
  public static void ofVg(VgFacts vg, boolean hidden, ReportKind kind, Consumer<LvmRow> rows) {
    switch (kind) {
      case VGS -> rows.accept(LvmRow.vg(vg));
      case LVS, SEGMENTS -> ofLvs(vg, hidden, kind, rows);
      case PVS, PV_SEGMENTS, LABELS -> ofPvs(vg, kind, rows);
    }
  }
}
