package org.jlvm.cli.session;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.config.ConfigSource;
import org.jlvm.core.config.LvmConfig;
import org.jlvm.core.config.settings.DevicesSettings;
import org.jlvm.core.config.settings.LvmSettings;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.device.id.DeviceIds;
import org.jlvm.core.device.id.DevicesFileStore;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.device.inventory.LinuxInventory;
import org.jlvm.core.device.scan.DeviceScanner;
import org.jlvm.core.device.scan.DeviceSettings;
import org.jlvm.core.device.scan.DevicesFileLimit;
import org.jlvm.core.device.scan.Machine;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.InitializationException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.model.VgName;
import org.jlvm.core.units.Sectors;

/** The machine's devices as the configuration and the command line limit them. */
final class LinuxDevices {
  private LinuxDevices() {}

  static DeviceInventory inventory(
      CommandContext context, ParsedCommand command, LvmSettings settings) {
    Machine machine = Machine.here(context.console());
    DeviceScanner scanner = scanner(context, command, settings, machine);
    DevicesFileLimit.Wishes wishes = wishes(command, settings);
    return new LinuxInventory(
        scanner,
        catalog -> {
          retireUnused(context, command, settings);
          // What is to be entered into the devices file is not there yet.
          boolean imports = command.name().equals("vgimportdevices");
          DeviceScanner.Limit limit =
              imports || (wishes.list().isEmpty() && wishes.file().isEmpty())
                  ? new DeviceScanner.Unlimited()
                  : limit(scanner, machine, settings).resolve(wishes, catalog).limit();
          return scanner.filters(limit, mayWrite(command) || scanner.hasArraysMarkedAtEnd(catalog));
        });
  }

  /** A devices file that the configuration, not only this command, leaves unused. */
  private static void retireUnused(
      CommandContext context, ParsedCommand command, LvmSettings settings) {
    LvmConfig lasting = settings.config().without(ConfigSource.STRING);
    if (!command.has(Opt.DEVICESFILE)
        && !command.has(Opt.TEST)
        && !settings.devices().useDevicesfile()
        && !new DevicesSettings(lasting).useDevicesfile()) {
      store(settings, settings.devices().devicesfile())
          .retire(
              DevicesFileEditor.BACKUP_TIME.format(ZonedDateTime.now(context.process().clock())));
    }
  }

  private static DevicesFileStore store(LvmSettings settings, String name) {
    return new DevicesFileStore(Path.of(settings.config().systemDir()), name);
  }

  static DeviceScanner scanner(
      CommandContext context, ParsedCommand command, LvmSettings settings, Machine machine) {
    try {
      return new DeviceScanner(deviceSettings(context, settings), machine);
    } catch (InitializationException e) {
      if (!command.has(Opt.CONFIG)) {
        throw e;
      }
      context.console().error(e.getMessage());
      throw new FailedException("Updated config file invalid. Aborting.", e);
    }
  }

  static DevicesFileLimit limit(DeviceScanner scanner, Machine machine, LvmSettings settings) {
    return new DevicesFileLimit(
        scanner,
        ids(scanner, machine, settings),
        new DevicesFileLimit.NameFilters(
            settings.config().findStrings("devices/filter").isPresent(),
            settings.config().findStrings("devices/global_filter").isPresent()),
        machine.messages());
  }

  /** Reads ids of devices, in tests from elsewhere than the rest of what sysfs tells. */
  static DeviceIds ids(DeviceScanner scanner, Machine machine, LvmSettings settings) {
    Sysfs sysfs = new Sysfs(Path.of(settings.devices().deviceIdSysfsDir()));
    return new DeviceIds(sysfs, scanner.types(), machine.mappedDevices());
  }

  /** What the command line and the configuration say of the devices file. */
  static DevicesFileLimit.Wishes wishes(ParsedCommand command, LvmSettings settings) {
    Optional<String> named = command.string(Opt.DEVICESFILE);
    if (named.isPresent() && !named.get().isEmpty() && !VgName.isValid(named.get())) {
      throw new UsageException("Invalid devices file name.");
    }
    List<String> list = new ArrayList<>();
    for (String names : command.strings(Opt.DEVICES)) {
      list.addAll(List.of(names.split(",", -1)));
    }
    if (!list.isEmpty() && named.isPresent() && !named.get().isEmpty()) {
      throw new UsageException("A --devices list cannot be used with --devicesfile.");
    }
    boolean configured = settings.devices().useDevicesfile();
    Optional<String> name =
        named.or(() -> configured ? Optional.of(settings.devices().devicesfile()) : named);
    return new DevicesFileLimit.Wishes(
        list,
        onlyDevice(command),
        name.filter(text -> !text.isEmpty()).map(text -> store(settings, text)),
        named.isPresent() && !command.name().equals("pvck"),
        mayCreate(command),
        !settings.devices().searchForDevnames().equals("auto"));
  }

  /** A check of one device does not look for any others. */
  private static Optional<String> onlyDevice(ParsedCommand command) {
    List<String> operands = command.operands();
    return command.name().equals("pvck") && operands.size() == 1
        ? Optional.of(operands.get(0))
        : Optional.empty();
  }

  /** Commands that make a devices file that is named and not there. */
  private static boolean mayCreate(ParsedCommand command) {
    return command.name().equals("pvcreate") || command.name().equals("vgcreate");
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
        ConfiguredDeviceTypes.read(devices, context.console()),
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
