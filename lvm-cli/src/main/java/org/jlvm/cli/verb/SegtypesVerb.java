package org.jlvm.cli.verb;

import java.util.StringTokenizer;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.parse.SegmentTypeNames;

/** {@code lvm segtypes}: the values of {@code --type}. */
public final class SegtypesVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    StringTokenizer names = new StringTokenizer(SegmentTypeNames.blankSeparated());
    while (names.hasMoreTokens()) {
      context.console().print(names.nextToken());
    }
    return ExitStatus.OK;
  }
}
