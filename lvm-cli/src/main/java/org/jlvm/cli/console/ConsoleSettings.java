package org.jlvm.cli.console;

/**
 * How much is shown and how it looks.
 *
 * @param verbosity 0 for normal, up to 4 for {@code -vvvv}; also {@code log/verbose}
 * @param silent whether progress is kept back: {@code -qq}, {@code log/silent}
 * @param prefix before each line: {@code log/prefix}
 * @param indent whether verbose lines stand further in: {@code log/indent}
 * @param commandNames whether lines begin with the command's name: {@code log/command_names}
 * @param suppressed whether nothing at all is shown, because udev reads the output
 */
public record ConsoleSettings(
    int verbosity,
    boolean silent,
    String prefix,
    boolean indent,
    boolean commandNames,
    boolean suppressed) {
  /** lvm2's defaults. */
  public static final ConsoleSettings DEFAULT =
      new ConsoleSettings(0, false, "  ", false, false, false);

  public ConsoleSettings withVerbosity(int level) {
    return new ConsoleSettings(level, silent, prefix, indent, commandNames, suppressed);
  }

  public ConsoleSettings withSilent(boolean on) {
    return new ConsoleSettings(verbosity, on, prefix, indent, commandNames, suppressed);
  }

  public ConsoleSettings withLook(String newPrefix, boolean indented, boolean named) {
    return new ConsoleSettings(verbosity, silent, newPrefix, indented, named, suppressed);
  }

  public ConsoleSettings withSuppressed(boolean on) {
    return new ConsoleSettings(verbosity, silent, prefix, indent, commandNames, on);
  }
}
