package org.jlvm.cli.monitor;

import java.util.List;
import java.util.Optional;
import org.jlvm.dm.DmInfo;

/** What is to be done because of what a device says. */
sealed interface Reaction {
  /** Leaves a line in the log. */
  record Say(Severity severity, String text) implements Reaction {}

  /**
   * Runs a command of this program.
   *
   * @param words its name and arguments
   * @param success what to say if it succeeds
   * @param failures what to say if it does not
   */
  record Run(List<String> words, Optional<Say> success, List<Say> failures) implements Reaction {}

  /** Unmounts the file system on a device whose contents are lost. */
  record Unmount(DmInfo device) implements Reaction {}

  /** Watches the device no more. */
  record Stop() implements Reaction {}
}
