package org.jlvm.cli.lv;

import java.util.OptionalInt;
import java.util.function.IntSupplier;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;

/** The values of {@code --persistent}, {@code --major} and {@code --minor}. */
final class LvDeviceNumber {
  private LvDeviceNumber() {}

  /**
   * The number that is asked for.
   *
   * @param major the driver's, whatever is asked for; empty if the minor number is
   */
  record Numbers(OptionalInt major, OptionalInt minor) {}

  /**
   * Reads them; a major number is warned of.
   *
   * @param mapperMajor the driver's
   * @throws FailedException if they contradict each other
   */
  static Numbers of(ParsedCommand command, Messages messages, IntSupplier mapperMajor) {
    if (!command.yes(Opt.PERSISTENT, true)) {
      if (command.hasAny(Opt.MAJOR, Opt.MINOR)) {
        throw new FailedException("Options --major and --minor are incompatible with -Mn.");
      }
      return new Numbers(OptionalInt.empty(), OptionalInt.empty());
    }
    if (command.has(Opt.PERSISTENT) && !command.has(Opt.MINOR)) {
      throw new FailedException("Please specify minor number with --minor when using -My.");
    }
    if (command.has(Opt.MAJOR)) {
      messages.warn(
          "WARNING: Ignoring supplied major number "
              + command.number(Opt.MAJOR, 0)
              + " - kernel assigns major numbers dynamically. Using major number "
              + mapperMajor.getAsInt()
              + " instead.");
    }
    if (!command.has(Opt.MINOR)) {
      return new Numbers(OptionalInt.empty(), OptionalInt.empty());
    }
    int minor = (int) command.number(Opt.MINOR, 0);
    return new Numbers(OptionalInt.of(mapperMajor.getAsInt()), OptionalInt.of(minor));
  }
}
