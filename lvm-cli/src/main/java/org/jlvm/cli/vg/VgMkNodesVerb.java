package org.jlvm.cli.vg;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.VolumeNodes;
import org.jlvm.cli.session.CommandSession;

/** {@code vgmknodes}: nodes and links as they ought to be, where udev does not look after them. */
public final class VgMkNodesVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      int status = VolumeNodes.check(session);
      return status == ExitStatus.OK ? VolumeNodes.make(session, command.operands()) : status;
    }
  }
}
