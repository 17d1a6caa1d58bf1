package org.jlvm.cli.lv;

import java.util.OptionalInt;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.message.Messages;

/** The values of {@code --persistent}, {@code --major} and {@code --minor}. */
final class LvDeviceNumber {
  private LvDeviceNumber() {}

  /** The kernel chooses the major number, so 0 is recorded whatever was given. */
  static OptionalInt major(ParsedCommand command, Messages messages) {
    if (!command.yes(Opt.PERSISTENT, false)) {
      return OptionalInt.empty();
    }
    if (command.has(Opt.MAJOR)) {
      messages.warn(
          "WARNING: Ignoring supplied major number "
              + command.number(Opt.MAJOR, 0)
              + " - kernel assigns major numbers dynamically. Using major number 0 instead.");
    }
    return OptionalInt.of(0);
  }

  static OptionalInt minor(ParsedCommand command) {
    return command.yes(Opt.PERSISTENT, false)
        ? OptionalInt.of((int) command.number(Opt.MINOR, 0))
        : OptionalInt.empty();
  }
}
