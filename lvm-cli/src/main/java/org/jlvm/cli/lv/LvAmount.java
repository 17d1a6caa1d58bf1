package org.jlvm.cli.lv;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.parse.OptionValue;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.parse.Percent;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.AllocationSettings;
import org.jlvm.core.alloc.Amount;
import org.jlvm.core.alloc.ClingTags;
import org.jlvm.core.units.Sectors;

/** The values of {@code --size} and {@code --extents}, and the settings that they are placed by. */
public final class LvAmount {
  /** More cannot be asked for: lvm2 counts extents with 32 bits. */
  private static final long MOST_EXTENTS = 0xFFFF_FFFFL;

  private LvAmount() {}

  /** What was given; empty if neither was. */
  static Optional<Amount> of(ParsedCommand command) {
    if (command.has(Opt.SIZE)) {
      return command
          .value(Opt.SIZE)
          .map(value -> new Amount.Size(value.sign(), Sectors.of(value.number())));
    }
    return command.value(Opt.EXTENTS).map(LvAmount::extents);
  }

  /** As lvm2's settings have it, for the policies that keep volumes together. */
  public static AllocationSettings settings(CommandSession session) {
    var allocation = session.settings().allocation();
    return new AllocationSettings(
        allocation.maximiseCling(),
        ClingTags.of(allocation.clingTagList().orElse(List.of())),
        allocation.mirrorLogsRequireSeparatePvs());
  }

  private static Amount extents(OptionValue value) {
    return value.percent() == Percent.NONE
        ? new Amount.Count(value.sign(), Math.min(value.number(), MOST_EXTENTS))
        : new Amount.Percent(
            value.sign(), value.number(), Amount.Whole.valueOf(value.percent().name()));
  }
}
