package org.jlvm.cli.command;

import org.jlvm.cli.parse.ParsedCommand;

/** One command: turns what was typed into a request, and the result into what is shown. */
@FunctionalInterface
public interface Verb {
  /**
   * @return the exit status: {@link ExitStatus#OK} or {@link ExitStatus#FAILED}
   * @throws org.jlvm.core.error.LvmException whose message is shown and whose exit status is used
   */
  int run(CommandContext context, ParsedCommand command);
}
