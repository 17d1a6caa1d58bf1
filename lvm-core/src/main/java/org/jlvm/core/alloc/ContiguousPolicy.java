package org.jlvm.core.alloc;

import java.util.Optional;

/** One piece, right behind the last segment if there is one of the same width. */
final class ContiguousPolicy implements PlacementPolicy {
  private final AllocationRun run;

  ContiguousPolicy(AllocationRun run) {
    this.run = run;
  }

  @Override
  public void place(Round round) {
    if (run.continuesSegment()) {
      SlotSearch.run(round, Nearness.contiguous(run), Slots.ofLastSegment(run));
    } else {
      SizeSearch.run(round, Optional.empty(), false, run.settings.clingTags().isPresent());
    }
  }

  @Override
  public boolean goesOn(boolean found) {
    return false;
  }
}
