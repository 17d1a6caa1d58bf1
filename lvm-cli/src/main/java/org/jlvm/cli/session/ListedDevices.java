package org.jlvm.cli.session;

import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.core.config.settings.LvmSettings;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.id.DeviceIds;
import org.jlvm.core.device.id.DeviceMatcher;
import org.jlvm.core.device.id.DeviceUses;
import org.jlvm.core.device.id.DevicesFile;
import org.jlvm.core.device.id.DevicesFileEntry;
import org.jlvm.core.device.id.DevicesFileStore;
import org.jlvm.core.device.id.IdType;
import org.jlvm.core.device.scan.DeviceScanner;
import org.jlvm.core.device.scan.DevicesFileLimit;
import org.jlvm.core.device.scan.Machine;
import org.jlvm.core.engine.DeviceIdentification;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.model.PhysicalVolume;
import org.jspecify.annotations.Nullable;

/**
 * The ids by which the devices file in use knows the devices, none without such a file. The command
 * itself may change the file, so it is read again for each text, its devices only if it has
 * changed.
 */
final class ListedDevices implements DeviceIdentification {
  private static final Ids NONE = (pv, device) -> Optional.empty();

  private final CommandContext context;
  private final ParsedCommand command;
  private final LvmSettings settings;
  private @Nullable Matched matched;

  private record Matched(DevicesFile file, DeviceUses uses) {}

  ListedDevices(CommandContext context, ParsedCommand command, LvmSettings settings) {
    this.context = context;
    this.command = command;
    this.settings = settings;
  }

  @Override
  public Ids current() {
    Optional<DeviceUses> uses = uses();
    return uses.isPresent() ? new Listed(uses.get()) : NONE;
  }

  private record Listed(DeviceUses uses) implements Ids {
    @Override
    public Optional<PhysicalVolume.DeviceId> of(PhysicalVolume pv, Optional<ScannedPv> device) {
      if (device.isPresent() && device.get().device() instanceof LinuxDevice listed) {
        return uses.forDevice(listed).flatMap(use -> id(use.entry()));
      }
      return Optional.empty();
    }
  }

  /** A name is no id that would last. */
  private static Optional<PhysicalVolume.DeviceId> id(DevicesFileEntry entry) {
    Optional<IdType> type = entry.type().filter(found -> found != IdType.DEVNAME);
    return type.isEmpty()
        ? Optional.empty()
        : entry.idName().map(name -> new PhysicalVolume.DeviceId(type.get().key(), name));
  }

  private Optional<DeviceUses> uses() {
    DevicesFileLimit.Wishes wishes = LinuxDevices.wishes(command, settings);
    if (!wishes.list().isEmpty()) {
      return Optional.empty();
    }
    Optional<DevicesFile> file = wishes.file().flatMap(DevicesFileStore::read);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Matched known = matched;
    if (known == null || !known.file().equals(file.get())) {
      known = new Matched(file.get(), match(file.get()));
      matched = known;
    }
    return Optional.of(known.uses());
  }

  private DeviceUses match(DevicesFile file) {
    Machine machine = Machine.here(context.console());
    DeviceScanner scanner = LinuxDevices.scanner(context, command, settings, machine);
    DeviceIds ids = LinuxDevices.ids(scanner, machine, settings);
    return DeviceMatcher.match(file, scanner.catalog(), ids);
  }
}
