package org.jlvm.cli.session;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.config.settings.ActivationSettings;

/** What a command has to do with the daemon that watches volumes. */
public enum MonitorMode {
  /** Active volumes are watched. */
  ON,
  /** They are not. */
  OFF,
  /** All stays as it is. */
  IGNORE;

  /** Set by the daemon for the commands that it runs. */
  private static final String BY_DAEMON = "LVM_RUN_BY_DMEVENTD";

  static MonitorMode of(
      CommandContext context, ParsedCommand command, ActivationSettings settings) {
    if (context.process().variable(BY_DAEMON).map("1"::equals).orElse(false)) {
      return IGNORE;
    }
    if (command.has(Opt.MONITOR)) {
      return command.yes(Opt.MONITOR, true) ? ON : OFF;
    }
    boolean ignored = command.hasAny(Opt.IGNOREMONITORING, Opt.SYSINIT) || !settings.monitoring();
    return ignored ? IGNORE : ON;
  }
}
