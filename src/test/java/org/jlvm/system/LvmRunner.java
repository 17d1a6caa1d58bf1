package org.jlvm.system;

import java.util.List;
import java.util.Map;

/** Runs one lvm command line; the real lvm2 and jlvm differ only in how. */
interface LvmRunner {

  /** What a command sees besides its arguments. */
  record Surroundings(Map<String, String> environment, String standardInput) {}

  /**
   * Runs {@code lvm} with the arguments, of which the first is the command's name.
   *
   * @throws AssertionError if it does not end within {@link ProcessRunner#TIMEOUT_SECONDS}
   */
  CommandResult run(List<String> arguments, Surroundings surroundings);
}
