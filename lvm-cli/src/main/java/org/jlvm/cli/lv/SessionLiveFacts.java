package org.jlvm.cli.lv;

import java.util.Optional;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.lv.LiveFacts;
import org.jlvm.core.report.lvm.Percents;

/** What activation knows of one group. */
record SessionLiveFacts(Activation activation, VgState state) implements LiveFacts {
  @Override
  public boolean isActive(LogicalVolume lv) {
    return activation.status(state, lv).exists();
  }

  @Override
  public Optional<StoreUse> storeUse(LogicalVolume store) {
    Optional<TargetState> target = activation.target(state, store, store.firstSegment());
    return target.isPresent() && target.get() instanceof TargetState.Snapshot use
        ? Optional.of(
            new StoreUse(use.used(), Percents.used(use).text(), use.invalid() || use.mergeFailed()))
        : Optional.empty();
  }
}
