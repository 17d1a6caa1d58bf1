package org.jlvm.cli.verb;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;

/** {@code lvm formats}: there is one format of metadata. */
public final class FormatsVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    context.console().print("lvm2");
    return ExitStatus.OK;
  }
}
