package org.jlvm.cli.session;

import java.util.List;
import java.util.Optional;
import org.jlvm.activation.monitor.DaemonMonitor;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.monitor.DaemonStart;
import org.jlvm.core.config.settings.LvmSettings;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.activation.VolumeMonitor;
import org.jlvm.dm.event.EventPaths;

/**
 * Who has the devices of volumes watched. Apart from others, as few commands need these classes.
 */
final class Monitors {
  private Monitors() {}

  static VolumeMonitor of(CommandContext context, LvmSettings settings, Activation activation) {
    return daemon(context, settings, activation);
  }

  /** The daemon that is configured, or this program's own. */
  static DaemonMonitor daemon(CommandContext context, LvmSettings settings, Activation activation) {
    Optional<String> executable =
        settings.config().find("dmeventd/executable").isPresent()
            ? Optional.of(settings.dmeventd().executable())
            : Optional.empty();
    EventPaths paths = EventPaths.standard();
    return new DaemonMonitor(
        activation,
        settings.dmeventd(),
        paths,
        new DaemonStart(executable, List.of(), paths),
        context.console());
  }
}
