package org.jlvm.cli.lv;

import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.Stripes;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.units.Sectors;

/** What {@code --stripes} and {@code --stripesize} say. */
public final class StripeOptions {
  private StripeOptions() {}

  /**
   * The stripes of a volume that gets its first ones.
   *
   * @throws FailedException if there can be no such stripes
   */
  public static Stripes ofNewVolume(CommandSession session, String type) {
    ParsedCommand command = session.command();
    return Stripes.ofNewVolume(
        (int) command.number(Opt.STRIPES, CopyLimits.of(type).defaultStripes()),
        command.size(Opt.STRIPESIZE).map(size -> size.size()).orElse(Sectors.ZERO),
        Sectors.ofKib(session.settings().metadata().stripesize()),
        session.session().environment().messages(),
        session.sizes());
  }
}
