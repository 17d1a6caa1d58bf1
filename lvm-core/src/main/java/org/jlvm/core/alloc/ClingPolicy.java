package org.jlvm.core.alloc;

import java.util.Optional;

/**
 * Pieces on the physical volumes that the last segment is on or, if that is of another width, that
 * this allocation took from already; or on volumes that share a cling tag with those.
 */
final class ClingPolicy implements PlacementPolicy {
  private final AllocationRun run;
  private final Nearness nearness;

  /** Whether each area has to be where its neighbour in the last segment is. */
  private boolean positional = true;

  ClingPolicy(AllocationRun run, boolean byTags) {
    this.run = run;
    nearness =
        run.continuesSegment()
            ? Nearness.toSegment(run, byTags)
            : Nearness.toAllocated(run, byTags);
  }

  @Override
  public void place(Round round) {
    if (!positional) {
      SizeSearch.run(round, Optional.of(nearness), false, false);
    } else if (run.continuesSegment()) {
      SlotSearch.run(round, nearness, Slots.ofLastSegment(run));
    } else {
      SlotSearch.run(round, nearness, run.shape.areas());
    }
  }

  @Override
  public boolean goesOn(boolean found) {
    if (found) {
      return true;
    }
    boolean again = positional && run.settings.maximiseCling() && run.continuesSegment();
    positional = false;
    return again;
  }
}
