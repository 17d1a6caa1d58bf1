package org.jlvm.cli.shell;

import java.util.List;

/** Runs one command of several. */
@FunctionalInterface
public interface LineRunner {
  /** Runs a command with its arguments and returns its exit status. */
  int run(String command, List<String> arguments);
}
