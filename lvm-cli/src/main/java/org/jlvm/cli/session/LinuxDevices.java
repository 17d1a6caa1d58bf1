package org.jlvm.cli.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.core.config.settings.DevicesSettings;
import org.jlvm.core.config.settings.LvmSettings;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.device.inventory.LinuxInventory;
import org.jlvm.core.device.scan.DeviceScanner;
import org.jlvm.core.device.scan.DeviceSettings;
import org.jlvm.core.device.scan.Machine;
import org.jlvm.core.units.Sectors;

/** The machine's devices as the configuration and the command line limit them. */
final class LinuxDevices {
  private LinuxDevices() {}

  static DeviceInventory inventory(
      CommandContext context, ParsedCommand command, LvmSettings settings) {
    DeviceScanner scanner =
        new DeviceScanner(deviceSettings(context, settings), Machine.here(context.console()));
    return new LinuxInventory(
        scanner, scanner.filters(new DeviceScanner.Unlimited(), mayWrite(command)));
  }

  private static boolean mayWrite(ParsedCommand command) {
    return switch (command.name()) {
      case "pvcreate", "vgcreate", "vgextend" -> true;
      default -> false;
    };
  }

  private static DeviceSettings deviceSettings(CommandContext context, LvmSettings settings) {
    DevicesSettings devices = settings.devices();
    return new DeviceSettings(
        context.process().variable("DM_DEV_DIR").orElse(devices.dir()),
        devices.scan(),
        devices.preferredNames().orElse(List.of()),
        devices.globalFilter(),
        devices.filter(),
        List.of(),
        devices.sysfsScan(),
        devices.scanLvs(),
        devices.multipathComponentDetection(),
        devices.multipathWwidsFile().isEmpty()
            ? Optional.empty()
            : Optional.of(Path.of(devices.multipathWwidsFile())),
        devices.mdComponentDetection(),
        switch (devices.mdComponentChecks()) {
          case "start" -> DeviceSettings.MdChecks.START;
          case "full" -> DeviceSettings.MdChecks.FULL;
          default -> DeviceSettings.MdChecks.AUTO;
        },
        devices.ignoreSuspendedDevices(),
        devices.ignoreLvmMirrors(),
        Sectors.ofKib(devices.pvMinSize()));
  }
}
