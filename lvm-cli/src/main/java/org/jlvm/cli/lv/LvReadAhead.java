package org.jlvm.cli.lv;

import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.ReadAhead;
import org.jlvm.core.units.Sectors;

/** The value of {@code --readahead}: {@code auto}, {@code none} or sectors. */
final class LvReadAhead {
  private static final long PAGE_SECTORS = 8;

  private LvReadAhead() {}

  static ReadAhead of(ParsedCommand command, Messages messages) {
    String text = command.string(Opt.READAHEAD, "auto");
    if (text.equalsIgnoreCase("auto")) {
      return ReadAhead.AUTO;
    }
    long sectors = command.number(Opt.READAHEAD, 0);
    if (text.equalsIgnoreCase("none") || sectors == 0) {
      return ReadAhead.NONE;
    }
    if (sectors % PAGE_SECTORS != 0) {
      sectors = Math.max(PAGE_SECTORS, sectors / PAGE_SECTORS * PAGE_SECTORS);
      messages.warn(
          "WARNING: Overriding readahead to "
              + sectors
              + " sectors, a multiple of "
              + PAGE_SECTORS / 2
              + "K page size.");
    }
    return new ReadAhead.Fixed(Sectors.of(sectors));
  }
}
