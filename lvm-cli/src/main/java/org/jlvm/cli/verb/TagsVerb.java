package org.jlvm.cli.verb;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;

/** {@code lvm tags}: the tags that the configuration gives this host. */
public final class TagsVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    context.settings().config().hostTags().forEach(context.console()::print);
    return ExitStatus.OK;
  }
}
