package org.jlvm.cli.report;

import java.util.Optional;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.report.lvm.ObjectSelector;
import org.jlvm.core.report.lvm.PvFacts;
import org.jlvm.core.report.lvm.ReportKind;

/** Which physical volumes a command that changes them means by {@code --select}. */
public final class PvSelection {
  private final Optional<ObjectSelector> selector;

  private PvSelection(Optional<ObjectSelector> selector) {
    this.selector = selector;
  }

  /** The command's selection; without one, everything. */
  public static PvSelection of(CommandSession session) {
    return new PvSelection(
        CommandSelection.isGiven(session)
            ? Optional.of(Displays.selector(session, ReportKind.PVS))
            : Optional.empty());
  }

  public boolean matches(VgState state, PhysicalVolume pv) {
    return matches(Optional.of(state), PvFacts.member(state, pv));
  }

  /** Whether a physical volume of no group is meant. */
  public boolean matches(ScannedPv orphan) {
    return matches(Optional.empty(), PvFacts.orphan(orphan));
  }

  private boolean matches(Optional<VgState> state, PvFacts pv) {
    return selector.isEmpty()
        || (!selector.get().isOnlyHelp() && selector.get().matches(state, pv));
  }
}
