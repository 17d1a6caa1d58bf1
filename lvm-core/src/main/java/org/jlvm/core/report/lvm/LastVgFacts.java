package org.jlvm.core.report.lvm;

import org.jlvm.core.engine.state.VgState;
import org.jspecify.annotations.Nullable;

/** Keeps what was worked out of one group, as long as its volumes come after each other. */
public final class LastVgFacts {
  private @Nullable VgFacts last;

  public VgFacts of(VgState state) {
    VgFacts known = last;
    if (known == null || known.state() != state) {
      known = new VgFacts(state);
      last = known;
    }
    return known;
  }
}
