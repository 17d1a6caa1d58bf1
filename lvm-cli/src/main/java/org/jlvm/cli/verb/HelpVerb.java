package org.jlvm.cli.verb;

import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.console.Console;
import org.jlvm.cli.help.HelpTexts;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.CommandTable;
import org.jlvm.core.error.UsageException;

/** {@code lvm help [COMMAND...]}, and what {@code --help} prints. */
public final class HelpVerb implements Verb {
  private static final int NAME_WIDTH = 16;

  @Override
  public int run(CommandContext context, ParsedCommand command) {
    Console console = context.console();
    if (command.operands().isEmpty()) {
      listCommands(console);
      return ExitStatus.OK;
    }
    if (command.operands().equals(java.util.List.of("all"))) {
      for (String name : CommandTable.names()) {
        describe(console, table(name), true, false);
      }
      console.output(HelpTexts.notes(Optional.empty()));
      return ExitStatus.OK;
    }
    int status = ExitStatus.OK;
    for (String name : command.operands()) {
      Optional<CommandTable> table = CommandTable.of(name);
      if (table.isPresent()) {
        describe(console, table.get(), false, true);
      } else {
        console.print(name + ": no such command.");
        status = ExitStatus.INVALID_COMMAND_LINE;
      }
    }
    return status;
  }

  /** What a command can do. */
  public static void describe(Console console, CommandTable table, boolean all, boolean notes) {
    console.print(table.name() + " - " + table.about() + "\n");
    console.output(HelpTexts.forms(table, all));
    if (!notes) {
      return;
    }
    if (all) {
      console.output(HelpTexts.notes(Optional.of(table)));
    } else {
      console.print("Use --longhelp to show all options and advanced commands.");
    }
  }

  /** Goes to standard error, where programs look for the commands there are. */
  public static void listCommands(Console console) {
    console.error("Available lvm commands:");
    console.error("Use 'lvm help <command>' for more information");
    console.error(" ");
    for (String name : CommandTable.names()) {
      StringBuilder line = new StringBuilder(name);
      while (line.length() < NAME_WIDTH) {
        line.append(' ');
      }
      console.error(line.append(table(name).about()).toString());
    }
  }

  private static CommandTable table(String name) {
    return CommandTable.of(name).orElseThrow(() -> new UsageException(name));
  }
}
