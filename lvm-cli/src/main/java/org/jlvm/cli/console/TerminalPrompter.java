package org.jlvm.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.jlvm.core.message.Prompter;

/**
 * Asks on standard error and reads the answer from standard input, whatever that is. The end of the
 * input, and {@code -qq}, answer no, which is shown as {@code [n]}.
 */
public final class TerminalPrompter implements Prompter {
  /** Characters of a wrong answer that are repeated to the user. */
  private static final int ANSWER_SHOWN = 8;

  private final Console console;
  private boolean assumeYes;

  public TerminalPrompter(Console console) {
    this.console = console;
  }

  /** What {@code --yes} asks for. */
  public void setAssumeYes(boolean yes) {
    this.assumeYes = yes;
  }

  @Override
  public boolean ask(String prompt) {
    if (assumeYes) {
      return true;
    }
    while (true) {
      show(prompt);
      Optional<String> line = console.settings().silent() ? Optional.empty() : readLine();
      if (line.isEmpty()) {
        PrintStream err = console.streams().err();
        err.print("[n]\n");
        err.flush();
        return false;
      }
      String answer = line.get().strip().toLowerCase(Locale.ROOT);
      boolean yes = "yes".startsWith(answer);
      if (!answer.isEmpty() && (yes || "no".startsWith(answer))) {
        console.verbose("Accepted input: [" + (yes ? 'y' : 'n') + ']');
        return yes;
      }
      console.warn("WARNING: Invalid input '" + shortened(line.get()) + "'.");
    }
  }

  @Override
  public Prompter regardlessOfYes() {
    return new TerminalPrompter(console);
  }

  private void show(String prompt) {
    PrintStream err = console.streams().err();
    console.streams().out().flush();
    err.print(prompt);
    err.flush();
  }

  /** A line without its end; empty at the end of the input. */
  private Optional<String> readLine() {
    InputStream in = console.streams().in();
    StringBuilder line = new StringBuilder();
    try {
      int c = in.read();
      if (c < 0) {
        return Optional.empty();
      }
      while (c >= 0 && c != '\n') {
        line.append((char) c);
        c = in.read();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(line.toString());
  }

  private static String shortened(String answer) {
    return answer.length() < ANSWER_SHOWN ? answer : answer.substring(0, ANSWER_SHOWN) + "...";
  }
}
