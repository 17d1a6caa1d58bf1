package org.jlvm.cli.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.table.CommandTable;
import org.jlvm.cli.table.Form;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.table.OptionUse;
import org.jlvm.cli.table.Synonyms;

/** Understands one command line. */
public final class CommandLineParser {
  private static final List<Opt> OTHER_NAMES =
      List.of(
          Opt.RESIZABLE,
          Opt.VIRTUALORIGINSIZE,
          Opt.AVAILABLE,
          Opt.RAIDREBUILD,
          Opt.RAIDSYNCACTION,
          Opt.RAIDWRITEMOSTLY,
          Opt.RAIDMINRECOVERYRATE,
          Opt.RAIDMAXRECOVERYRATE,
          Opt.RAIDWRITEBEHIND,
          Opt.METADATACOPIES,
          Opt.SPLIT);

  private final CommandTable table;
  private final String program;
  private final List<String> words;
  private final Scanner scanner;

  /**
   * @param program the command as it was called, perhaps with a path
   * @param arguments the words after it
   * @param interactive whether it was typed at the {@code lvm>} prompt
   */
  public CommandLineParser(
      CommandTable table, String program, List<String> arguments, boolean interactive) {
    this.table = table;
    this.program = program;
    this.words = withoutHyphens(arguments);
    this.scanner = new Scanner(table, program, words, interactive);
  }

  /** The first half of the work, after which {@link #count} and {@link #text} can be asked. */
  public void scan() throws RejectedException {
    scanner.scan();
  }

  /** How often an option was given, be the rest of the line right or not. */
  public int count(Opt option) {
    return scanner.options().count(option);
  }

  /** The value of an option that was given once. */
  public Optional<String> text(Opt option) {
    return scanner.options().single(option).map(OptionValue::text);
  }

  /**
   * The second half of the work.
   *
   * @param vgNameIsInEnvironment whether {@code LVM_VG_NAME} is set
   */
  public ParsedCommand match(boolean vgNameIsInEnvironment) throws RejectedException {
    Options options = scanner.options();
    Form form = new FormMatcher(table, options, scanner.operands(), vgNameIsInEnvironment).match();
    for (OptionUse use : form.ignored()) {
      options.remove(use.option());
    }
    useStandardNames(options);
    return new ParsedCommand(table, form, options, scanner.operands(), commandLine());
  }

  private void useStandardNames(Options options) throws RejectedException {
    boolean sparse = options.has(Opt.VIRTUALORIGINSIZE);
    for (Opt other : OTHER_NAMES) {
      rename(options, other, Synonyms.standard(table.name(), other));
    }
    if (sparse) {
      // This name alone says what kind of sparse volume is meant.
      options.add(Opt.VIRTUALORIGINSIZE);
    }
    rename(options, Opt.ALLOCATION, allocationMeans());
  }

  /** {@code --allocation} is an old name of two options, of which a command has one. */
  private Opt allocationMeans() {
    return table.name().startsWith("vg") ? Opt.RESIZEABLE : Opt.ALLOCATABLE;
  }

  private void rename(Options options, Opt from, Opt to) throws RejectedException {
    if (!options.has(from)) {
      return;
    }
    if (options.has(to)) {
      String problem = from.dashed() + " and " + to.dashed() + " are synonyms.";
      throw new RejectedException(
          List.of(
              Complaint.error(problem + "  Please only supply one."),
              Complaint.error("Run `" + table.name() + " --help' for more information.")));
    }
    options.rename(from, to);
  }

  /** Hyphens within the names of long options are for the eye only. */
  private static List<String> withoutHyphens(List<String> arguments) {
    List<String> result = new ArrayList<>(arguments.size());
    boolean optionsEnded = false;
    for (String argument : arguments) {
      optionsEnded |= argument.equals("--");
      boolean isLong = !optionsEnded && argument.startsWith("--");
      result.add(isLong ? withoutHyphens(argument) : argument);
    }
    return result;
  }

  private static String withoutHyphens(String argument) {
    int end = argument.indexOf('=');
    if (end < 0) {
      end = argument.length();
    }
    if (argument.indexOf('-', 2) < 0 || argument.indexOf('-', 2) >= end) {
      return argument;
    }
    StringBuilder text = new StringBuilder("--");
    for (int i = 2; i < end; i++) {
      if (argument.charAt(i) != '-') {
        text.append(argument.charAt(i));
      }
    }
    return text.append(argument, end, argument.length()).toString();
  }

  private String commandLine() {
    StringBuilder line = new StringBuilder(quoted(program));
    for (String word : words) {
      line.append(' ').append(quoted(word));
    }
    return line.toString();
  }

  private static String quoted(String word) {
    return word.indexOf(' ') < 0 ? word : "'" + word + "'";
  }
}
