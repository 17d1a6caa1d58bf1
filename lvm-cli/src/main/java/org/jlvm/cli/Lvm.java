package org.jlvm.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.HostProcess;
import org.jlvm.cli.console.Console;
import org.jlvm.cli.console.Streams;
import org.jlvm.cli.monitor.MonitorProgram;
import org.jlvm.cli.shell.CommandLoop;
import org.jlvm.cli.shell.InteractiveShell;
import org.jlvm.cli.table.CommandTable;
import org.jlvm.cli.verb.Versions;

/**
 * The program: called {@code lvm}, it runs the command that its first word names; called by the
 * name of a command, that one.
 */
public final class Lvm {
  private final Console console;
  private final HostProcess process;

  public Lvm(Streams streams, HostProcess process) {
    this.console = new Console(streams);
    this.process = process;
  }

  /**
   * @param program what the program was called, perhaps with a path
   * @param arguments the words after it
   * @return the exit status
   */
  public int run(String program, List<String> arguments) {
    try {
      if (isLvm(program)) {
        return runLvm(arguments);
      }
      return CommandRunner.baseName(program).equals("dmeventd")
          ? monitor(program, arguments)
          : runCommand(program, arguments);
    } finally {
      console.flush();
    }
  }

  private static boolean isLvm(String program) {
    return switch (CommandRunner.baseName(program)) {
      case "lvm", "lvm.static", "initrd-lvm" -> true;
      default -> false;
    };
  }

  private int runLvm(List<String> arguments) {
    if (arguments.isEmpty()) {
      return runShell();
    }
    String first = arguments.get(0);
    switch (first) {
      case "version" -> {
        Versions.show(console);
        return ExitStatus.OK;
      }
      case "monitor" -> {
        return monitor("monitor", arguments.subList(1, arguments.size()));
      }
      case "-h", "--help", "-?" -> first = "help";
      default -> {
        if (first.startsWith("-")) {
          console.error("Specify options after a command: lvm [command] [options].");
          return ExitStatus.INVALID_COMMAND_LINE;
        }
      }
    }
    return runCommand(first, arguments.subList(1, arguments.size()));
  }

  private int monitor(String name, List<String> arguments) {
    return new MonitorProgram(name, console, process).run(arguments);
  }

  private int runCommand(String program, List<String> arguments) {
    List<String> words = new ArrayList<>(arguments);
    if (!words.isEmpty() && words.get(0).equals("-?")) {
      words.set(0, "-h");
    }
    int status =
        CommandTable.exists(CommandRunner.baseName(program))
            ? new CommandRunner(console, process, false).run(program, words)
            : runScript(program);
    if (status == ExitStatus.NO_SUCH_COMMAND) {
      console.error("No such command.  Try 'lvm help'.");
    }
    return status;
  }

  private int runScript(String file) {
    CommandRunner runner = new CommandRunner(console, process, false);
    return new CommandLoop(console, runner::run).runScript(process.directory().resolve(file));
  }

  private int runShell() {
    CommandRunner runner = new CommandRunner(console, process, true);
    CommandLoop loop = new CommandLoop(console, runner::run);
    try {
      return console.streams().isFromTerminal()
          ? new InteractiveShell(loop, history()).run()
          : loop.runAll(console.streams().in());
    } catch (IOException e) {
      console.error("Reading commands failed: " + e.getMessage());
      return ExitStatus.FAILED;
    }
  }

  private Path history() {
    return Path.of(process.variable("HOME").orElse("/"), ".lvm_history");
  }
}
