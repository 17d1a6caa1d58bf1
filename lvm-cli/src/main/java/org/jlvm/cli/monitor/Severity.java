package org.jlvm.cli.monitor;

import org.jlvm.core.message.Level;
import org.jlvm.dm.jna.Libc;

/** How much a line in the log matters. */
enum Severity {
  ERROR(Libc.LOG_ERR, Level.ERROR),
  WARNING(Libc.LOG_WARNING, Level.WARN),
  NOTICE(Libc.LOG_NOTICE, Level.PRINT),
  INFO(Libc.LOG_INFO, Level.PRINT);

  private final int priority;
  private final Level level;

  Severity(int priority, Level level) {
    this.priority = priority;
    this.level = level;
  }

  /** Where it is shown rather than logged. */
  Level level() {
    return level;
  }

  /** As syslog counts. */
  int priority() {
    return priority;
  }
}
