package org.jlvm.core.alloc;

import org.jlvm.core.model.Segment;

/** Counts the places that a piece has to continue. */
final class Slots {
  private Slots() {}

  /** Areas of the last segment; of a mirror with striped legs, the stripes of all legs. */
  static int ofLastSegment(AllocationRun run) {
    Segment last = run.lastSegment.orElseThrow();
    return Places.stripesPerLeg(run.request.vg(), last) * last.areas().size();
  }
}
