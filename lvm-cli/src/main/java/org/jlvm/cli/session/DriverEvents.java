package org.jlvm.cli.session;

import java.util.Optional;
import org.jlvm.activation.live.VolumeEvents;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.dm.DmException;

/** What the kernel's driver tells of volumes. */
public final class DriverEvents {
  private DriverEvents() {}

  /** Empty where the command has nothing to do with the kernel's driver. */
  public static Optional<VolumeEvents> of(CommandContext context, ParsedCommand command) {
    boolean wanted =
        context.settings().global().activation()
            && command.yes(Opt.DRIVERLOADED, true)
            && !command.has(Opt.IMAGES)
            && context.process().devices().isEmpty();
    if (!wanted) {
      return Optional.empty();
    }
    try {
      return Optional.of(new VolumeEvents(LvActivations.driver(context, context.settings())));
    } catch (DmException e) {
      return Optional.empty();
    }
  }
}
