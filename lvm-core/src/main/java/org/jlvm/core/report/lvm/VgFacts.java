package org.jlvm.core.report.lvm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.LvRelations;
import org.jspecify.annotations.Nullable;

/**
 * A volume group with what reports derive from it; each part is worked out once, when it is first
 * needed. Not thread-safe.
 */
public final class VgFacts {
  private final VgState state;
  private @Nullable Map<LvmId, Long> allocated;
  private @Nullable Map<LvmId, List<PvRun>> used;
  private @Nullable Boolean missesPvs;
  private @Nullable LvKind lastKind;

  public VgFacts(VgState state) {
    this.state = state;
  }

  public VgState state() {
    return state;
  }

  public VolumeGroup vg() {
    return state.vg();
  }

  public LvRelations relations() {
    return state.relations();
  }

  /** Whether copies are being added to a mirror. */
  public boolean isConverting(LogicalVolume lv) {
    return kind(lv).isConverting();
  }

  /** What sort of volume one is; several fields of a row ask for the same. */
  LvKind kind(LogicalVolume lv) {
    LvKind known = lastKind;
    if (known == null || known.lv() != lv) {
      known = new LvKind(this, lv);
      lastKind = known;
    }
    return known;
  }

  public boolean isVisible(LogicalVolume lv) {
    return relations().isVisible(lv);
  }

  /** Extents of a PV that LVs use. */
  public long allocatedExtents(LvmId pv) {
    Map<LvmId, Long> known = allocated;
    if (known == null) {
      known = new HashMap<>();
      for (LogicalVolume lv : vg().lvs()) {
        for (Segment segment : lv.segments()) {
          count(segment, known);
        }
      }
      allocated = known;
    }
    return known.getOrDefault(pv, 0L);
  }

  private static void count(Segment segment, Map<LvmId, Long> sums) {
    for (Area area : segment.areas()) {
      if (area instanceof Area.OnPv onPv) {
        sums.merge(onPv.pv(), segment.areaLength(), Long::sum);
      }
    }
  }

  public long freeExtents() {
    long free = 0;
    for (PhysicalVolume pv : vg().pvs()) {
      free += pv.peCount() - allocatedExtents(pv.id());
    }
    return free;
  }

  /** The extents of a PV in order, used and free. */
  public List<PvRun> runs(PhysicalVolume pv) {
    List<PvRun> runs = new ArrayList<>();
    long next = 0;
    for (PvRun run : usedRuns().getOrDefault(pv.id(), List.of())) {
      if (run.start() > next) {
        runs.add(PvRun.free(next, run.start() - next));
      }
      runs.add(run);
      next = run.start() + run.length();
    }
    if (next < pv.peCount()) {
      runs.add(PvRun.free(next, pv.peCount() - next));
    }
    return runs;
  }

  private Map<LvmId, List<PvRun>> usedRuns() {
    Map<LvmId, List<PvRun>> known = used;
    if (known == null) {
      known = new HashMap<>();
      for (LogicalVolume lv : vg().lvs()) {
        for (Segment segment : lv.segments()) {
          addRuns(lv, segment, known);
        }
      }
      for (List<PvRun> runs : known.values()) {
        runs.sort((a, b) -> Long.compare(a.start(), b.start()));
      }
      used = known;
    }
    return known;
  }

  private static void addRuns(LogicalVolume lv, Segment segment, Map<LvmId, List<PvRun>> runs) {
    for (Area area : segment.areas()) {
      if (area instanceof Area.OnPv onPv) {
        PvRun run =
            new PvRun(onPv.extent(), segment.areaLength(), Optional.of(new PvRun.Use(lv, segment)));
        runs.computeIfAbsent(onPv.pv(), pv -> new ArrayList<>()).add(run);
      }
    }
  }

  /** Whether a part of an LV lies on a PV that is not there. */
  public boolean isPartial(LogicalVolume lv) {
    Boolean known = missesPvs;
    if (known == null) {
      known = state.hasMissingPvs();
      missesPvs = known;
    }
    return known && state.isPartial(lv);
  }

  public long visibleLvCount() {
    long count = 0;
    for (LogicalVolume lv : vg().lvs()) {
      if (isVisible(lv)) {
        count++;
      }
    }
    return count;
  }

  public long snapshotCount() {
    long count = 0;
    for (LogicalVolume lv : vg().lvs()) {
      if (relations().isCow(lv.id())) {
        count++;
      }
    }
    return count;
  }
}
