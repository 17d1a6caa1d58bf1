package org.jlvm.cli.monitor;

/** Where the daemon leaves what it has to say. */
@FunctionalInterface
interface DaemonLog {
  void log(Severity severity, String text);

  default void error(String text) {
    log(Severity.ERROR, text);
  }

  default void info(String text) {
    log(Severity.INFO, text);
  }
}
