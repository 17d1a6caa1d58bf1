package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;

/**
 * Whether free areas are near what the volume has or this allocation took already: right behind it,
 * on the same physical volume, or on one that shares a tag.
 */
final class Nearness {
  /** What a free area is good for. */
  enum Match {
    /** Near enough. */
    NEAR,
    /** Not near; another area of the same physical volume may be. */
    TRY_NEXT_AREA,
    /** No area of this physical volume is near. */
    TRY_NEXT_PV
  }

  private final AllocationRun run;
  private final boolean contiguousOnly;
  private final boolean toAllocated;
  private final boolean byTags;
  private final List<Places.Place> behind;
  private final List<Places.Place> beside;
  private int matchedSlot;

  private Nearness(
      AllocationRun run,
      boolean contiguousOnly,
      boolean toSegment,
      boolean toAllocated,
      boolean byTags) {
    this.run = run;
    this.contiguousOnly = contiguousOnly;
    this.toAllocated = toAllocated;
    this.byTags = byTags && run.settings.clingTags().isPresent();
    List<Places.Place> end = new ArrayList<>();
    List<Places.Place> same = new ArrayList<>();
    if (run.continuesSegment()) {
      LogicalVolume lv = run.request.lv().orElseThrow();
      Segment last = run.lastSegment.orElseThrow();
      end.addAll(Places.at(run.request.vg(), lv, last.end() - 1));
      // lvm2 means the whole volume here but looks at its first segment only.
      long extent = run.settings.maximiseCling() ? 0 : last.end() - 1;
      same.addAll(Places.at(run.request.vg(), lv, extent));
    }
    boolean maximise = run.settings.maximiseCling();
    behind = contiguousOnly || maximise ? end : List.of();
    beside = toSegment || maximise ? same : List.of();
  }

  /** Right behind the areas of the last segment. */
  static Nearness contiguous(AllocationRun run) {
    return new Nearness(run, true, false, false, false);
  }

  /** On the physical volumes of the last segment. */
  static Nearness toSegment(AllocationRun run, boolean byTags) {
    return new Nearness(run, false, true, false, byTags);
  }

  /** On the physical volumes of what this allocation took already. */
  static Nearness toAllocated(AllocationRun run, boolean byTags) {
    return new Nearness(run, false, false, true, byTags);
  }

  /**
   * Judges an area.
   *
   * @param open which slots may still be matched
   */
  Match check(FreeArea area, IntPredicate open) {
    if (matchesEnd(area, open)) {
      return Match.NEAR;
    }
    if (contiguousOnly) {
      return Match.TRY_NEXT_AREA;
    }
    PhysicalVolume pv = area.space.pv;
    boolean near =
        matchesPv(pv, open, false)
            || (toAllocated && matchesAllocated(pv, open, false))
            || (byTags
                && (run.continuesSegment()
                    ? matchesPv(pv, open, true)
                    : matchesAllocated(pv, open, true)));
    return near ? Match.NEAR : Match.TRY_NEXT_PV;
  }

  /** The slot that the last area found near belongs to. */
  int matchedSlot() {
    return matchedSlot;
  }

  private boolean matchesEnd(FreeArea area, IntPredicate open) {
    for (Places.Place place : behind) {
      if (open.test(place.slot())
          && place.pv().equals(area.space.pv.id())
          && place.end() == area.start) {
        matchedSlot = place.slot();
        return true;
      }
    }
    return false;
  }

  private boolean matchesPv(PhysicalVolume pv, IntPredicate open, boolean tags) {
    for (Places.Place place : beside) {
      boolean joined =
          tags
              ? run.settings.clingTags().join(run.request.vg().pv(place.pv()), pv)
              : place.pv().equals(pv.id());
      if (joined && open.test(place.slot())) {
        matchedSlot = place.slot();
        return true;
      }
    }
    return false;
  }

  private boolean matchesAllocated(PhysicalVolume pv, IntPredicate open, boolean tags) {
    if (run.logsNeeded() > 0) {
      return false;
    }
    for (int slot = 0; slot < run.shape.areas(); slot++) {
      if (open.test(slot) && takenBeside(slot, pv, tags)) {
        matchedSlot = slot;
        return true;
      }
    }
    return false;
  }

  private boolean takenBeside(int slot, PhysicalVolume pv, boolean tags) {
    if (!tags) {
      return run.pvsTaken(slot).contains(pv.id());
    }
    for (LvmId taken : run.pvsTaken(slot)) {
      if (run.settings.clingTags().join(pv, run.request.vg().pv(taken))) {
        return true;
      }
    }
    return false;
  }
}
