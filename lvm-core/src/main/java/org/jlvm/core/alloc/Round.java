package org.jlvm.core.alloc;

import java.util.Optional;
import java.util.Set;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;

/**
 * One attempt to find a piece.
 *
 * @param limit logical extents at most
 * @param avoid physical volumes not to be used
 */
record Round(AllocationRun run, long limit, Set<LvmId> avoid) {
  static Round next(AllocationRun run) {
    long limit = run.missing();
    long multiple = run.shape.multiple();
    long behind = run.lastSegment.isEmpty() ? 0 : run.lastSegment.get().end();
    Optional<ParallelAreas.Run> beside = run.request.avoid().at(behind + run.reached() / multiple);
    if (beside.isEmpty()) {
      return new Round(run, limit, Set.of());
    }
    long cut = run.metadataToBeCut() ? run.shape.logLength() : 0;
    long end = beside.get().end() * multiple;
    if (run.target - cut > end) {
      limit = end - run.reached() + cut;
    }
    return new Round(run, limit, beside.get().pvs());
  }

  /** Extents wanted in each data area. */
  long areaLimit() {
    return limit / run.shape.multiple();
  }

  /** Whether a physical volume, or one that shares a cling tag with it, is to be avoided. */
  boolean avoids(PhysicalVolume pv) {
    if (avoid.contains(pv.id())) {
      return true;
    }
    for (LvmId other : avoid) {
      if (run.settings.clingTags().join(run.request.vg().pv(other), pv)) {
        return true;
      }
    }
    return false;
  }
}
