package org.jlvm.cli.event;

import org.jlvm.cli.console.Console;

/** What {@code pvscan --cache} says, for a journal in which many of them speak at once. */
record EventMessages(Console console) {
  void say(String text) {
    console.info(stamped(text));
  }

  void error(String text) {
    console.error(stamped(text));
  }

  private static String stamped(String text) {
    return "pvscan[" + ProcessHandle.current().pid() + "] " + text;
  }
}
