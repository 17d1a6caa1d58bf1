package org.jlvm.core.device.id;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.discovery.DeviceCatalog;

/**
 * Finds the devices that the entries of a devices file mean, by their ids. No device is opened. An
 * entry by name is taken at its word here; once labels are read, {@link DeviceUses#corrected} sets
 * right those whose name has passed to another device.
 */
public final class DeviceMatcher {
  private final DeviceIds ids;
  private final DeviceCatalog catalog;
  private final Set<DeviceNumber> taken = new HashSet<>();

  private DeviceMatcher(DeviceIds ids, DeviceCatalog catalog) {
    this.ids = ids;
    this.catalog = catalog;
  }

  /** Matches all entries; those with lasting ids come first, so that a stale name cannot win. */
  public static DeviceUses match(DevicesFile file, DeviceCatalog catalog, DeviceIds ids) {
    DeviceMatcher matcher = new DeviceMatcher(ids, catalog);
    List<DeviceUse> uses = new ArrayList<>(file.entries().size());
    for (DevicesFileEntry entry : file.entries()) {
      boolean later = entry.isType(IdType.DEVNAME);
      uses.add(later ? new DeviceUse(entry, Optional.empty()) : matcher.byId(entry));
    }
    for (int i = 0; i < uses.size(); i++) {
      if (uses.get(i).entry().isType(IdType.DEVNAME)) {
        uses.set(i, matcher.byName(uses.get(i).entry()));
      }
    }
    return new DeviceUses(file, uses);
  }

  private DeviceUse byId(DevicesFileEntry entry) {
    Optional<LinuxDevice> likely = entry.deviceName().flatMap(catalog::byName);
    if (likely.isPresent()) {
      Optional<DeviceUse> use = tryMatch(entry, likely.get());
      if (use.isPresent()) {
        return use.get();
      }
    }
    for (LinuxDevice device : catalog.devices()) {
      Optional<DeviceUse> use =
          taken.contains(device.deviceNumber()) ? Optional.empty() : tryMatch(entry, device);
      if (use.isPresent()) {
        return use.get();
      }
    }
    return new DeviceUse(entry, Optional.empty());
  }

  private DeviceUse byName(DevicesFileEntry entry) {
    Optional<LinuxDevice> named =
        entry
            .idName()
            .flatMap(catalog::byName)
            .filter(device -> !taken.contains(device.deviceNumber()))
            .filter(device -> isSameName(device, entry.idName().orElse("")))
            .filter(device -> device.sysfs().partition(device.deviceNumber()) == entry.partition());
    named.ifPresent(device -> taken.add(device.deviceNumber()));
    return new DeviceUse(entry, named);
  }

  /** A device-mapper device may be listed under any of its names. */
  private boolean isSameName(LinuxDevice device, String name) {
    return device.name().equals(name) || ids.types().isDeviceMapper(device.deviceNumber());
  }

  private Optional<DeviceUse> tryMatch(DevicesFileEntry entry, LinuxDevice device) {
    DeviceNumber number = device.deviceNumber();
    if (entry.type().isEmpty()
        || entry.idName().isEmpty()
        || device.sysfs().partition(number) != entry.partition()) {
      return Optional.empty();
    }
    IdType type = corrected(entry.type().get(), entry.idName().get());
    if (!ids.canHave(number, type)) {
      return Optional.empty();
    }
    String wanted = normalised(type, entry.idName().get());
    Optional<DeviceId> own = ids.read(device, type).filter(id -> id.name().equals(wanted));
    if (own.isEmpty() && type == IdType.SYS_WWID) {
      own = ids.wwids(device).stream().filter(id -> id.name().equals(wanted)).findFirst();
    }
    if (own.isEmpty()) {
      return Optional.empty();
    }
    taken.add(number);
    DeviceId id = new DeviceId(own.get().type(), entry.idName().get());
    return Optional.of(new DeviceUse(entry.withId(id), Optional.of(device)));
  }

  /** Old releases mixed up the kinds that are all device-mapper UUIDs. */
  private static IdType corrected(IdType type, String name) {
    if (type != IdType.MPATH_UUID && type != IdType.CRYPT_UUID && type != IdType.LVMLV_UUID) {
      return type;
    }
    if (DeviceIds.hasPrefix(name, "mpath-")) {
      return IdType.MPATH_UUID;
    }
    if (DeviceIds.hasPrefix(name, "CRYPT-")) {
      return IdType.CRYPT_UUID;
    }
    return DeviceIds.hasPrefix(name, "LVM-") ? IdType.LVMLV_UUID : type;
  }

  /** Old releases wrote spaces around and within ids as underscores. */
  private static String normalised(IdType type, String name) {
    if (type != IdType.SYS_WWID && type != IdType.SYS_SERIAL) {
      return name;
    }
    String trimmed = IdText.withoutOuterUnderscores(name);
    boolean t10 = type == IdType.SYS_WWID && trimmed.startsWith("t10");
    return t10 ? IdText.withSingleUnderscores(trimmed) : trimmed;
  }
}
