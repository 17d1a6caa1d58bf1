package org.jlvm.cli.verb;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;

/** {@code lvm version}. */
public final class VersionVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    Versions.show(context.console());
    return ExitStatus.OK;
  }
}
