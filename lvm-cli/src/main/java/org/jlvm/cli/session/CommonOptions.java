package org.jlvm.cli.session;

import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.config.settings.LvmSettings;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.units.DisplayUnit;
import org.jlvm.core.units.SizeFormat;

/** Options that mean the same to many commands: their values are checked before any verb runs. */
public final class CommonOptions {
  private static final int NAME_LIMIT = 128;

  private CommonOptions() {}

  /**
   * Checks what the table of commands cannot, and warns of what the user should know.
   *
   * @return false if the command is to end without doing anything; lvm2 calls that success
   * @throws UsageException if options contradict one another or the configuration
   */
  public static boolean check(ParsedCommand command, LvmSettings settings, Messages messages) {
    checkActivationMode(command, settings, messages);
    String devicesFile = command.string(Opt.DEVICESFILE, "");
    if (!devicesFile.isEmpty() && !isName(devicesFile)) {
      throw new UsageException("Invalid devices file name.");
    }
    if (command.has(Opt.DEVICES) && !devicesFile.isEmpty()) {
      throw new UsageException("A --devices list cannot be used with --devicesfile.");
    }
    if (!command.yes(Opt.DRIVERLOADED, settings.global().activation())
        && !command.has(Opt.READONLY)) {
      messages.warn(
          "WARNING: Activation disabled. No device-mapper interaction will be attempted.");
    }
    boolean sane = !command.has(Opt.MONITOR) || !command.hasAny(Opt.IGNOREMONITORING, Opt.SYSINIT);
    if (!sane) {
      messages.error("--ignoremonitoring or --sysinit option not allowed with --monitor option.");
    }
    return sane;
  }

  private static void checkActivationMode(
      ParsedCommand command, LvmSettings settings, Messages messages) {
    String configured =
        command.has(Opt.PARTIAL) ? "partial" : settings.activation().activationMode();
    String mode = command.string(Opt.ACTIVATIONMODE, configured);
    if (command.has(Opt.PARTIAL) && !mode.equals("partial")) {
      throw new UsageException("--partial and --activationmode are mutually exclusive arguments");
    }
    switch (mode) {
      case "partial" ->
          messages.warn("PARTIAL MODE. Incomplete logical volumes will be processed.");
      case "degraded", "complete" -> {}
      default -> throw new UsageException("Invalid activation mode given.");
    }
  }

  /**
   * How sizes are shown: {@code --units}, {@code --nosuffix}, and the settings behind them.
   *
   * @throws UsageException if the unit is none
   */
  public static SizeFormat sizes(ParsedCommand command, LvmSettings settings) {
    DisplayUnit unit =
        command.has(Opt.UNITS)
            ? DisplayUnit.parse(command.string(Opt.UNITS, ""))
                .orElseThrow(() -> new UsageException("Invalid units specification"))
            : DisplayUnit.parse(settings.global().units()).orElse(DisplayUnit.READABLE);
    return new SizeFormat(
        unit,
        settings.global().suffix() && !command.has(Opt.NOSUFFIX),
        settings.global().siUnitConsistency());
  }

  private static boolean isName(String text) {
    if (text.length() >= NAME_LIMIT || text.charAt(0) == '-') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!alphanumeric && "._-+".indexOf(c) < 0) {
        return false;
      }
    }
    return !text.equals(".") && !text.equals("..");
  }
}
