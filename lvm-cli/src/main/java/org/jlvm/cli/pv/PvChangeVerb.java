package org.jlvm.cli.pv;

import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachPv;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.report.PvSelection;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.DevicesFileEditor;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;

/** {@code pvchange}: changes properties of physical volumes. */
public final class PvChangeVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    if (!command.hasAny(Opt.ALLOCATABLE, Opt.ADDTAG, Opt.DELTAG, Opt.UUID, Opt.METADATAIGNORE)) {
      throw new UsageException(
          "Please give one or more of -x, -uuid, --addtag, --deltag or --metadataignore");
    }
    List<String> operands = command.operands();
    if (!command.has(Opt.ALL) && operands.isEmpty() && !command.has(Opt.SELECT)) {
      throw new UsageException("Please give a physical volume path or use --select for selection.");
    }
    if (command.has(Opt.ALL) && !operands.isEmpty()) {
      throw new UsageException("Option --all and PhysicalVolumePath are exclusive.");
    }
    try (CommandSession session = CommandSession.open(context, command)) {
      session.log().begin();
      if (command.has(Opt.UUID)) {
        session.session().locks().lockGlobal(LockMode.EXCLUSIVE);
      }
      PvChange change = new PvChange(session);
      Messages messages = session.session().environment().messages();
      int status = change(session, change, operands, messages);
      DevicesFileEditor.rename(session, change.newIds());
      int done = change.done();
      int left = change.total() - done;
      messages.info(
          done
              + " physical volume"
              + (done == 1 ? "" : "s")
              + " changed / "
              + left
              + " physical volume"
              + (left == 1 ? "" : "s")
              + " not changed");
      return status;
    }
  }

  /** Counted out at the end, whatever happens. */
  private static int change(
      CommandSession session, PvChange change, List<String> operands, Messages messages) {
    try {
      PvSelection selection = PvSelection.of(session);
      change.select(selection);
      int status = new EachPv(session, VgAccess.UPDATE).run(operands, selection::matches, change);
      change.backup();
      return status;
    } catch (LvmException e) {
      if (!e.getMessage().isEmpty()) {
        messages.error(e.getMessage());
      }
      return e.exitStatus();
    }
  }
}
