package org.jlvm.cli.session;

import java.util.List;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.DuplicatePreference;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;

/** Prefers the first device of a duplicated PV, and warns of the others. */
final class ReportedPreference implements DuplicatePreference {
  private final Messages messages;
  private final boolean allowsChanges;

  ReportedPreference(Messages messages, boolean allowsChanges) {
    this.messages = messages;
    this.allowsChanges = allowsChanges;
  }

  @Override
  public boolean allowsChanges() {
    return allowsChanges;
  }

  @Override
  public ScannedPv choose(LvmId pv, List<ScannedPv> candidates) {
    ScannedPv chosen = candidates.get(0);
    for (ScannedPv candidate : candidates.subList(1, candidates.size())) {
      messages.warn(
          "WARNING: Not using device " + candidate.device().name() + " for PV " + pv + '.');
    }
    messages.warn(
        "WARNING: PV "
            + pv
            + " prefers device "
            + chosen.device().name()
            + " because device was seen first.");
    return chosen;
  }
}
