package org.jlvm.cli.lv;

import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.filesystem.FileSystemProbe;
import org.jlvm.core.engine.filesystem.ResizeOptions;
import org.jlvm.core.engine.filesystem.ResizeOptions.Care;
import org.jlvm.core.engine.filesystem.ResizeOptions.Mode;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;

/** {@code --resizefs}, {@code --fs}, {@code --fsmode}, {@code --nofsck}. */
final class FsOptions {
  private FsOptions() {}

  static ResizeOptions of(ParsedCommand command, Messages messages) {
    if (command.has(Opt.RESIZEFS) && command.has(Opt.FS)) {
      messages.error("Options --fs and --resizefs cannot be used together.");
      throw new UsageException("--resizefs is equivalent to --fs resize.");
    }
    Care care = care(command);
    if (care == Care.SCRIPT && command.has(Opt.FSMODE)) {
      throw new UsageException("The --fsmode option does not apply to resize_fsadm.");
    }
    return new ResizeOptions(
        care,
        command.hasAny(Opt.FS, Opt.RESIZEFS),
        mode(command),
        command.hasAny(Opt.FSMODE, Opt.YES),
        !command.has(Opt.NOFSCK));
  }

  private static Care care(ParsedCommand command) {
    if (command.has(Opt.RESIZEFS)) {
      return Care.RESIZE;
    }
    if (command.has(Opt.FS)) {
      String word = command.string(Opt.FS, "");
      return switch (word) {
        case "ignore" -> Care.IGNORE;
        case "checksize" -> Care.CHECK_SIZE;
        case "resize" -> Care.RESIZE;
        case "resize_fsadm" -> Care.SCRIPT;
        default -> throw new UsageException("Unknown --fs value.");
      };
    }
    // lvm2 checks sizes only if the library it is linked with tells them, and asks otherwise.
    boolean checks = !command.name().equals("lvextend") && FileSystemProbe.blkidTellsSizes();
    return checks ? Care.CHECK_SIZE : Care.IGNORE;
  }

  private static Mode mode(ParsedCommand command) {
    return switch (command.string(Opt.FSMODE, "manage")) {
      case "manage" -> Mode.MANAGE;
      case "nochange" -> Mode.NO_CHANGE;
      case "offline" -> Mode.OFFLINE;
      default -> throw new UsageException("Unknown --fsmode value.");
    };
  }
}
