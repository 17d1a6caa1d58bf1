package org.jlvm.cli.verb;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.SystemId;

/** {@code lvm systemid}: what tells this host's volume groups from others'. */
public final class SystemidVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    context.console().print("system ID: " + SystemId.of(context).orElse(""));
    return ExitStatus.OK;
  }
}
