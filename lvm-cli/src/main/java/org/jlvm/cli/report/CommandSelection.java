package org.jlvm.cli.report;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.report.lvm.ObjectSelector;
import org.jlvm.core.report.lvm.ReportKind;

/** What {@code --select} means to a command that changes things; without it, everything. */
public final class CommandSelection {
  private CommandSelection() {}

  public static boolean isGiven(CommandSession session) {
    return session.command().has(Opt.SELECT);
  }

  /** Which groups are meant. */
  public static Predicate<VgState> vgs(CommandSession session) {
    if (!isGiven(session)) {
      return state -> true;
    }
    ObjectSelector selector = Displays.selector(session, ReportKind.VGS);
    return selector.isOnlyHelp() ? state -> false : vgs(session, selector);
  }

  /** As the selector says; lvm2 looks after the backups of the groups that it chooses among. */
  static Predicate<VgState> vgs(CommandSession session, ObjectSelector selector) {
    return state -> {
      boolean matches = selector.matches(state);
      if (isGiven(session) && selector.kind() == ReportKind.VGS) {
        session.session().keepBackupCurrent(state);
      }
      return matches;
    };
  }

  /** Which logical volumes are meant. */
  public static BiPredicate<VgState, LogicalVolume> lvs(CommandSession session) {
    if (!isGiven(session)) {
      return (state, lv) -> true;
    }
    ObjectSelector selector = Displays.selector(session, ReportKind.LVS);
    return (state, lv) -> !selector.isOnlyHelp() && selector.matches(state, lv);
  }
}
