package org.jlvm.cli.poll;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.OwnProgram;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.table.Repeat;

/** Leaves the following of operations to a process of its own, which runs {@code lvpoll}. */
public final class BackgroundPolling {
  /** Set in the process that was started, which then leaves the terminal. */
  public static final String VARIABLE = "JLVM_BACKGROUND";

  /** Options that hold for the command that was started as they did for this one. */
  private static final Opt[] INHERITED = {
    Opt.CONFIG,
    Opt.COMMANDPROFILE,
    Opt.PROFILE,
    Opt.DEVICES,
    Opt.DEVICESFILE,
    Opt.DRIVERLOADED,
    Opt.JOURNAL
  };

  private final CommandContext context;
  private final ParsedCommand command;

  public BackgroundPolling(CommandContext context, ParsedCommand command) {
    this.context = context;
    this.command = command;
  }

  /**
   * Starts a process that follows operations of one kind.
   *
   * @param withMissing whether it goes on while the group lacks physical volumes
   * @return false if that is not possible, which is told
   */
  public boolean start(String kind, boolean withMissing, List<PollTarget> targets) {
    context.console().verbose("Forking background process from command: " + command.commandLine());
    Optional<List<String>> program = OwnProgram.commandLine();
    if (program.isEmpty()) {
      context.console().error("fork failed: this program cannot be started again from here");
      return false;
    }
    List<String> words = new ArrayList<>(program.get());
    words.add("lvm");
    words.add("lvpoll");
    addOptions(words, kind);
    if (withMissing) {
      words.add(Opt.HANDLEMISSINGPVS.dashed());
    }
    for (PollTarget target : targets) {
      words.add(target.vg() + '/' + target.lv());
    }
    ProcessBuilder process = new ProcessBuilder(words);
    process.environment().put(VARIABLE, "1");
    process.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    process.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    process.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      process.start();
      return true;
    } catch (IOException e) {
      context.console().error("fork failed: " + e.getMessage());
      return false;
    }
  }

  private void addOptions(List<String> words, String kind) {
    words.add("--polloperation");
    words.add(kind);
    if (command.has(Opt.INTERVAL)) {
      words.add(Opt.INTERVAL.dashed());
      words.add((PollSettings.isAfter(command) ? "+" : "") + command.number(Opt.INTERVAL, 0));
    }
    if (command.has(Opt.ABORT)) {
      words.add(Opt.ABORT.dashed());
    }
    for (Opt option : INHERITED) {
      for (String value : values(option)) {
        words.add(option.dashed());
        words.add(value);
      }
    }
    if (command.has(Opt.NOLOCKING)) {
      words.add(Opt.NOLOCKING.dashed());
    }
  }

  private List<String> values(Opt option) {
    if (option.repeat() == Repeat.GROUPED) {
      return command.strings(option);
    }
    return command.string(option).map(List::of).orElse(List.of());
  }
}
