package org.jlvm.core.alloc;

import java.util.Optional;
import org.jlvm.core.model.AllocationPolicy;

/** How to look for pieces, as long as there is something to be found that way. */
interface PlacementPolicy {
  /** Looks for one piece and takes it. */
  void place(Round round);

  /**
   * Whether another round makes sense.
   *
   * @param found whether the last one took something
   */
  boolean goesOn(boolean found);

  /** The way of looking that a policy stands for; empty if it needs settings that are not there. */
  static Optional<PlacementPolicy> of(AllocationPolicy policy, AllocationRun run) {
    return switch (policy) {
      case CONTIGUOUS -> Optional.of(new ContiguousPolicy(run));
      case CLING -> Optional.of(new ClingPolicy(run, false));
      case CLING_BY_TAGS ->
          run.settings.clingTags().isPresent()
              ? Optional.of(new ClingPolicy(run, true))
              : Optional.empty();
      case NORMAL -> Optional.of(new NormalPolicy(run));
      case ANYWHERE -> Optional.of(new AnywherePolicy());
      case INHERIT -> throw new IllegalArgumentException("policy is not resolved");
    };
  }
}
