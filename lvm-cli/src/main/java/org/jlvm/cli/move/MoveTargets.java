package org.jlvm.cli.move;

import java.util.HashSet;
import java.util.Set;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.PvChoice;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LvmId;

/** Where extents may move to. */
final class MoveTargets {
  private MoveTargets() {}

  /**
   * The choices without the source, unless anywhere will do, and without what is full.
   *
   * @throws FailedException if nothing is left
   */
  static PvChoices of(PvChoices choices, LvmId source, AllocationPolicy policy, FreeExtents free) {
    Set<LvmId> excluded = new HashSet<>();
    for (PvChoice choice : choices.choices()) {
      boolean self = choice.pv().equals(source) && policy != AllocationPolicy.ANYWHERE;
      if (self || free.count(choice.pv()) == 0) {
        excluded.add(choice.pv());
      }
    }
    PvChoices left = choices.without(excluded);
    if (left.size() == 0) {
      throw new FailedException("No extents available for allocation.");
    }
    return left;
  }
}
