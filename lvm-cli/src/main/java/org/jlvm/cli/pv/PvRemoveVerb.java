package org.jlvm.cli.pv;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.DevicesFileEditor;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.pv.PvRemoval;
import org.jlvm.core.engine.pv.PvUse;

/** {@code pvremove}: removes the labels that make devices physical volumes. */
public final class PvRemoveVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      PvUse use =
          new PvUse(PvUse.Purpose.REMOVE, false, command.force(), command.has(Opt.YES), true);
      Locks.Lock global = session.session().locks().lockGlobal(LockMode.EXCLUSIVE);
      session.session().catalog();
      session.log().begin();
      PvRemoval removal = new PvRemoval(session.session(), use, session.sizes());
      PvRemoval.Result result = removal.remove(PvNames.unescaped(command.operands()), global);
      DevicesFileEditor.forget(session, result.devices());
      return result.complete() ? ExitStatus.OK : ExitStatus.FAILED;
    }
  }
}
