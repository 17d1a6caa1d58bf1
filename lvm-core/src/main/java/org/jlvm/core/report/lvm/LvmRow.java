package org.jlvm.core.report.lvm;

import java.util.Optional;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;

/**
 * The objects that one row is about. Where fields of an object are asked for that is not there, its
 * place is taken by an empty one: no group for an orphan, free space for a run without a volume.
 */
public record LvmRow(
    Optional<VgFacts> vg,
    Optional<PvFacts> pv,
    Optional<LogicalVolume> lv,
    Optional<Segment> segment,
    Optional<PvRun> run) {

  public static LvmRow vg(VgFacts vg) {
    return new LvmRow(
        Optional.of(vg), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static LvmRow lv(VgFacts vg, LogicalVolume lv) {
    return new LvmRow(
        Optional.of(vg), Optional.empty(), Optional.of(lv), Optional.empty(), Optional.empty());
  }

  public static LvmRow segment(VgFacts vg, LogicalVolume lv, Segment segment) {
    return new LvmRow(
        Optional.of(vg), Optional.empty(), Optional.of(lv), Optional.of(segment), Optional.empty());
  }

  public static LvmRow pv(Optional<VgFacts> vg, PvFacts pv) {
    return new LvmRow(vg, Optional.of(pv), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static LvmRow run(Optional<VgFacts> vg, PvFacts pv, PvRun run) {
    return new LvmRow(
        vg,
        Optional.of(pv),
        run.use().map(PvRun.Use::lv),
        run.use().map(PvRun.Use::segment),
        Optional.of(run));
  }
}
