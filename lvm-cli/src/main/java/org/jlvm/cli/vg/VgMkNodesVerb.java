package org.jlvm.cli.vg;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VolumeNodes;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;

/** {@code vgmknodes}: udev or the kernel makes the nodes; what is left is {@code --refresh}. */
public final class VgMkNodesVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      int status = VolumeNodes.check(session);
      if (status != ExitStatus.OK) {
        return status;
      }
      VgAccess access = new VgAccess(false, false, false, false, true);
      return new GroupChanges(session).each(access, true, state -> make(session, state));
    }
  }

  private static int make(CommandSession session, VgState state) {
    if (session.command().has(Opt.REFRESH)) {
      new VgActivation(session).refresh(state);
    }
    return ExitStatus.OK;
  }
}
