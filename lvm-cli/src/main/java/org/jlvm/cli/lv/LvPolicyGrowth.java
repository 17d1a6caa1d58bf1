package org.jlvm.cli.lv;

import java.util.Optional;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.alloc.Amount;
import org.jlvm.core.config.settings.ActivationSettings;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.lv.AutoExtension;
import org.jlvm.core.report.lvm.Percents;
import org.jlvm.core.segtype.LvRelations;

/** What {@code lvextend --use-policies} comes to for a snapshot that fills up. */
final class LvPolicyGrowth {
  private final Activation activation;
  private final ActivationSettings settings;
  private final Messages messages;

  LvPolicyGrowth(CommandSession session) {
    activation = session.session().activation();
    settings = session.settings().activation();
    messages = session.session().environment().messages();
  }

  /**
   * By how much the volume is to grow; empty if there is no need.
   *
   * @throws FailedException if the volume has no policy or its use cannot be told
   */
  Optional<Amount> of(VgState state, LogicalVolume lv) {
    if (!LvRelations.of(state.vg()).isCow(lv.id())) {
      throw new FailedException(
          "lvextend policy is supported only for snapshot, thin pool and vdo pool volumes.");
    }
    if (!activation.status(state, lv).exists()) {
      throw new FailedException("lvextend using policy requires the volume to be active.");
    }
    AutoExtension policy =
        AutoExtension.forSnapshots(
            settings.snapshotAutoextendThreshold(), settings.snapshotAutoextendPercent(), messages);
    if (!policy.isEnabled()) {
      messages.debug("lvextend policy disabled by threshold 100");
      return Optional.empty();
    }
    String name = state.vg().name() + "/" + lv.name();
    long percent = policy.percentFor(use(state, lv, name), name, lv.firstSegment().displayName());
    return percent == 0 ? Optional.empty() : Optional.of(new Amount.Growth(percent));
  }

  /** In millionths of a percent; a store that was lost does not fill up any more. */
  private long use(VgState state, LogicalVolume lv, String name) {
    Optional<TargetState> target = activation.target(state, lv, lv.firstSegment());
    if (target.isPresent() && target.get() instanceof TargetState.Snapshot store) {
      return store.invalid() || store.mergeFailed() ? 0 : Percents.used(store).key();
    }
    throw new FailedException("Can't read state of locally inactive LV " + name + '.');
  }
}
