package org.jlvm.cli.vg;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.check.AreaRevival;
import org.jlvm.core.engine.check.OutdatedPvs;
import org.jlvm.core.engine.state.LocatedArea;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;

/** {@code vgck}: reads groups for what is wrong with them, or writes their metadata anew. */
public final class VgCkVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      GroupChanges changes = new GroupChanges(session);
      // lvm2 scans before its log begins.
      session.session().catalog();
      if (command.has(Opt.UPDATEMETADATA)) {
        return changes.each(
            VgAccess.UPDATE.withMissing(), false, state -> rewrite(session.session(), state));
      }
      return changes.each(new VgAccess(false, false, false, false, false), true, VgCkVerb::check);
    }
  }

  private static int check(VgState state) {
    int missing = state.missingPvs().size();
    if (missing > 0) {
      throw new FailedException("The volume group is missing " + missing + " physical volumes.");
    }
    return ExitStatus.OK;
  }

  private static int rewrite(Session session, VgState state) {
    Messages messages = session.environment().messages();
    OutdatedPvs.wipe(session, state);
    for (LocatedArea area : state.staleAreas()) {
      if (area.area().isInUse()) {
        messages.warn(
            "WARNING: Updating old metadata to "
                + (state.vg().seqno() + 1)
                + " on "
                + area.device().name()
                + " for VG "
                + state.vg().name()
                + '.');
      }
    }
    VgState now;
    try {
      now = session.commit(AreaRevival.revive(state, messages), state.vg());
    } catch (LvmException e) {
      // lvm2 says so and is content.
      messages.error(e.getMessage());
      messages.error("Failed to write VG.");
      return ExitStatus.OK;
    }
    session.backups().backup(now.vg());
    return ExitStatus.OK;
  }
}
