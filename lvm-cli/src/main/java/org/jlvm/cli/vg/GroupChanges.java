package org.jlvm.cli.vg;

import java.util.List;
import java.util.function.ToIntFunction;
import org.jlvm.cli.process.EachVg;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VgReader;
import org.jlvm.cli.report.CommandSelection;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.model.VolumeGroup;

/** Works on group after group: what fails for one is told, and the others have their turn. */
final class GroupChanges {
  private final CommandSession commandSession;
  private final Session session;

  GroupChanges(CommandSession session) {
    commandSession = session;
    this.session = session.session();
  }

  /**
   * Runs something for each group that the operands name.
   *
   * @param allByDefault whether no operand means all groups
   * @return the worst exit status
   */
  int each(VgAccess access, boolean allByDefault, ToIntFunction<VgState> change) {
    return each(access, commandSession.command().operands(), allByDefault, change);
  }

  int each(
      VgAccess access, List<String> names, boolean allByDefault, ToIntFunction<VgState> change) {
    return new EachVg(commandSession, access)
        .run(
            names,
            allByDefault || CommandSelection.isGiven(commandSession),
            CommandSelection.vgs(commandSession),
            state -> guarded(change, state));
  }

  int guarded(ToIntFunction<VgState> change, VgState state) {
    try {
      return change.applyAsInt(state);
    } catch (LvmException e) {
      session.environment().messages().error(e.getMessage());
      return e.exitStatus();
    }
  }

  /** Commits, tells the user, and keeps a backup, in lvm2's order. */
  VgState commit(VgState before, VolumeGroup after, String told) {
    VgState now = session.commit(before, after);
    session.environment().messages().info(told);
    session.backups().backup(now.vg());
    return now;
  }

  /** Opens a group for a change, with no more said than why that is not possible. */
  static VgReader.Opened open(CommandSession session, String name) {
    VgReader.Result result = new VgReader(session).open(name, VgAccess.UPDATE);
    boolean told =
        result.refusal().filter(VgReader::isTold).isPresent()
            && session.session().environment().host().systemId().isEmpty();
    return result
        .opened()
        .orElseThrow(
            () -> new FailedException(told ? "" : VgReader.text(result.refusal().orElseThrow())));
  }
}
