package org.jlvm.cli.verb;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandConfig;

/** {@code lvm tags}: the tags of this host. */
public final class TagsVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    for (String tag : CommandConfig.load(context, command).hostTags()) {
      context.console().print(tag);
    }
    return ExitStatus.OK;
  }
}
