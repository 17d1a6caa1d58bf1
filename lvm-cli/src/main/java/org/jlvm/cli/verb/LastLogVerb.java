package org.jlvm.cli.verb;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;

/** {@code lvm lastlog}: what the command before said; no command leaves that to the next one. */
public final class LastLogVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    context.console().error("No log report stored.");
    return ExitStatus.FAILED;
  }
}
