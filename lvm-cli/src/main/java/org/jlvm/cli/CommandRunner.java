package org.jlvm.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.HostProcess;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.command.WorkLog;
import org.jlvm.cli.console.Console;
import org.jlvm.cli.console.ConsoleSettings;
import org.jlvm.cli.console.TerminalPrompter;
import org.jlvm.cli.console.log.DebugLog;
import org.jlvm.cli.parse.CommandLineParser;
import org.jlvm.cli.parse.Complaint;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.parse.RejectedException;
import org.jlvm.cli.report.ProcessingReport;
import org.jlvm.cli.session.CommandConfig;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.CommonOptions;
import org.jlvm.cli.session.ImagePaths;
import org.jlvm.cli.table.CommandTable;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.verb.HelpVerb;
import org.jlvm.cli.verb.Versions;
import org.jlvm.core.config.LvmConfig;
import org.jlvm.core.config.settings.LogSettings;
import org.jlvm.core.config.settings.LvmSettings;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.format.TextDates;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Prompter;
import org.jlvm.core.units.SizeFormat;

/** Runs one command: understands its line, sets the console up, calls the verb. */
final class CommandRunner {
  private final Console console;
  private final HostProcess process;
  private final boolean interactive;

  CommandRunner(Console console, HostProcess process, boolean interactive) {
    this.console = console;
    this.process = process;
    this.interactive = interactive;
  }

  /**
   * @param program the command as it was called, perhaps with a path
   * @return the exit status
   */
  int run(String program, List<String> arguments) {
    String name = baseName(program);
    Optional<CommandTable> table = CommandTable.of(name);
    if (table.isEmpty()) {
      return ExitStatus.NO_SUCH_COMMAND;
    }
    ConsoleSettings before = console.settings();
    console.startCommand(name);
    try {
      return run(table.get(), program, arguments);
    } finally {
      console.setSettings(before);
      console.flush();
    }
  }

  private int run(CommandTable table, String program, List<String> arguments) {
    CommandLineParser parser = new CommandLineParser(table, program, arguments, interactive);
    int status = guarded(() -> understandAndRun(parser));
    if (status != ExitStatus.OK && !console.hasShownError()) {
      console.error("Command failed with status code " + status + ".");
    }
    return status;
  }

  private int understandAndRun(CommandLineParser parser) {
    ParsedCommand command;
    try {
      parser.scan();
      applyOutputOptions(parser);
      command = parser.match(process.variable("LVM_VG_NAME").isPresent());
    } catch (RejectedException e) {
      applyLook(new LvmSettings(CommandConfig.load(process, console)).log(), true);
      show(e.complaints());
      return ExitStatus.INVALID_COMMAND_LINE;
    }
    int status = guarded(() -> configureAndRun(parser, command));
    tellOfReload(command);
    if (status == ExitStatus.INVALID_COMMAND_LINE && !interactive) {
      if (command.has(Opt.CONFIG)) {
        // What --config says holds for the command only.
        applyLook(new LvmSettings(CommandConfig.load(process, console)).log(), false);
      }
      console.error("Run `" + command.name() + " --help' for more information.");
    }
    return status;
  }

  private int configureAndRun(CommandLineParser parser, ParsedCommand command) {
    LvmSettings settings =
        new LvmSettings(
            CommandConfig.load(process, console, command, interactive, this::applyEarlyLook));
    applyLook(settings.log(), !command.has(Opt.CONFIG));
    boolean verboseByConfig = parser.count(Opt.VERBOSE) == 0;
    applyOutputOptions(parser);
    tellOfSetup(command, settings.log(), verboseByConfig);
    try (DebugLog log = openLog(command, settings.log())) {
      if (console.shows(Level.DEBUG)) {
        console.debug("Recognised command " + command.formId() + ".");
        console.debug("Processing command: " + command.commandLine());
      }
      int status = dispatch(command, settings);
      log.end(status);
      return status;
    }
  }

  private boolean needsPrivileges(ParsedCommand command) {
    return !command.name().equals("version") && ImagePaths.of(process, command).isEmpty();
  }

  /** lvm2 reads its files again for a configuration from the command line, and once more after. */
  private void tellOfReload(ParsedCommand command) {
    if (command.has(Opt.CONFIG)) {
      console.verbose("Reloading config files");
    }
  }

  /** What {@code -v} shows of setting the log up, which comes too early unless a setting asks. */
  private void tellOfSetup(ParsedCommand command, LogSettings log, boolean verboseByConfig) {
    if (!command.has(Opt.CONFIG)) {
      return;
    }
    if (log.verbose() == 0 || !verboseByConfig) {
      tellOfReload(command);
    }
    if (log.verbose() > 0) {
      console.verbose("log/journal contains a value which is not a string.  Ignoring.");
      console.verbose(
          "Logging initialised at "
              + TextDates.ctime(
                  process.clock().instant().getEpochSecond(), process.clock().getZone()));
    }
  }

  /** The look of warnings about the configuration itself, which name no command. */
  private void applyEarlyLook(LvmConfig config) {
    LogSettings log = new LvmSettings(config).log();
    console.setSettings(console.settings().withLook(log.prefix(), log.indent(), false));
  }

  /**
   * How messages look, by the configuration; options for verbosity count more. As in lvm2, no names
   * of commands are shown once {@code --config} made it read its files again.
   */
  private void applyLook(LogSettings log, boolean mayNameCommand) {
    console.setSettings(
        console
            .settings()
            .withVerbosity(log.verbose())
            .withSilent(log.silent())
            .withLook(log.prefix(), log.indent(), mayNameCommand && log.commandNames()));
  }

  private DebugLog openLog(ParsedCommand command, LogSettings settings) {
    int level =
        command.has(Opt.DEBUG) ? command.count(Opt.DEBUG) + 1 : Math.max(settings.level(), 0);
    return DebugLog.open(console, command.name(), settings.file(), level, !settings.overwrite());
  }

  /** Options that say how much is shown hold even for complaints about the rest of the line. */
  private void applyOutputOptions(CommandLineParser parser) {
    ConsoleSettings settings = console.settings();
    int verbose = parser.count(Opt.VERBOSE);
    if (verbose > 0) {
      settings = settings.withVerbosity(verbose);
    }
    int quiet = parser.count(Opt.QUIET);
    if (quiet > 0) {
      settings = settings.withVerbosity(0).withSilent(quiet > 1);
    }
    console.setSettings(settings.withSuppressed(parser.count(Opt.UDEVOUTPUT) > 0));
    if (parser.count(Opt.JOURNAL) > 0 && !isJournalValue(parser.text(Opt.JOURNAL).orElse(""))) {
      console.warn("WARNING: Ignoring unrecognized journal value.");
    }
  }

  private static boolean isJournalValue(String text) {
    return text.equalsIgnoreCase("command")
        || text.equalsIgnoreCase("output")
        || text.equalsIgnoreCase("debug");
  }

  private void show(List<Complaint> complaints) {
    for (Complaint complaint : complaints) {
      switch (complaint.kind()) {
        case RAW -> console.raw(complaint.text());
        case ERROR -> console.error(complaint.text());
        case WARNING -> console.warn(complaint.text());
        case USAGE -> console.output(complaint.text());
      }
    }
  }

  private int guarded(IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (LvmException e) {
      console.error(String.valueOf(e.getMessage()));
      return e.exitStatus();
    } catch (RuntimeException | Error e) {
      // Whatever it is, even memory or stack at their ends: one line, and locks are given back.
      console.error("Internal error: " + e);
      showTrace(e);
      return ExitStatus.FAILED;
    }
  }

  private void showTrace(Throwable failure) {
    if (console.shows(Level.VERBOSE)) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      console.verbose(trace.toString());
    }
  }

  private int dispatch(ParsedCommand command, LvmSettings settings) {
    if (!CommonOptions.check(command, settings, console)) {
      return ExitStatus.OK;
    }
    if (!process.privileged() && !interactive && needsPrivileges(command)) {
      console.warn("WARNING: Running as a non-root user. Functionality may be unavailable.");
    }
    SizeFormat sizes = CommonOptions.sizes(command, settings);
    if (command.hasAny(Opt.HELP, Opt.LONGHELP)) {
      HelpVerb.describe(console, command.table(), command.has(Opt.LONGHELP), true);
      return ExitStatus.OK;
    }
    if (command.has(Opt.VERSION)) {
      Versions.show(console);
      return ExitStatus.OK;
    }
    Optional<Verb> verb = VerbRegistry.find(command.name());
    if (verb.isEmpty()) {
      console.error("The command " + command.name() + " is not part of jlvm yet.");
      return ExitStatus.FAILED;
    }
    CommandSession.announce(command, settings, console);
    TerminalPrompter prompter = new TerminalPrompter(console);
    prompter.setAssumeYes(command.has(Opt.YES));
    Prompter asker = command.has(Opt.YES) ? prompter : text -> ask(prompter, text);
    WorkLog log =
        new WorkLog(work -> ProcessingReport.begin(console, command, settings, work, interactive));
    CommandContext context =
        new CommandContext(console, asker, process, settings, sizes, interactive, log);
    try {
      return verb.get().run(context, command);
    } catch (LvmException e) {
      if (!log.isKept()) {
        throw e;
      }
      // Said here, so that it gets into the log that is shown at the end.
      console.error(String.valueOf(e.getMessage()));
      if (!log.subject().type().isEmpty()) {
        log.done(e.exitStatus());
      }
      return e.exitStatus();
    } finally {
      log.end();
    }
  }

  /** A question is a point where a signal does no harm: it stands for no. */
  private boolean ask(Prompter prompter, String text) {
    Optional<Boolean> answer = process.gate().unlessSignalled(() -> prompter.ask(text));
    if (answer.isEmpty()) {
      console.warn("Interrupted...");
    }
    return answer.orElse(false);
  }

  static String baseName(String program) {
    return program.substring(program.lastIndexOf('/') + 1);
  }
}
