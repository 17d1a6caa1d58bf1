package org.jlvm.core.alloc;

import java.util.Optional;

/**
 * Pieces with each area on another physical volume. With {@code maximise_cling} the volumes that
 * hold parts already are tried before all others, again after each piece.
 */
final class NormalPolicy implements PlacementPolicy {
  private final AllocationRun run;
  private final Optional<Nearness> nearness;
  private boolean clings;

  NormalPolicy(AllocationRun run) {
    this.run = run;
    nearness =
        run.settings.maximiseCling()
            ? Optional.of(Nearness.toAllocated(run, false))
            : Optional.empty();
    clings = nearness.isPresent() && run.missing() > 0;
  }

  @Override
  public void place(Round round) {
    SizeSearch.run(
        round, clings ? nearness : Optional.empty(), !run.settings.separateLogs(), false);
  }

  @Override
  public boolean goesOn(boolean found) {
    boolean again = found || clings;
    clings = found && nearness.isPresent();
    return again;
  }
}
