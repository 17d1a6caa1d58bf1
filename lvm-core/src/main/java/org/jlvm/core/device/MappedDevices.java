package org.jlvm.core.device;

import java.util.List;
import java.util.Optional;

/** Asks about device-mapper devices. */
@FunctionalInterface
public interface MappedDevices {
  /** Empty if there is no such device (any more). */
  Optional<MappedDevice> find(DeviceNumber number);

  /** What sysfs tells, which leaves out the tables. */
  static MappedDevices of(Sysfs sysfs) {
    return number -> {
      Optional<String> name = sysfs.text(number, "dm/name");
      if (name.isEmpty()) {
        return Optional.empty();
      }
      boolean suspended = sysfs.number(number, "dm/suspended").orElse(0L) != 0;
      String uuid = sysfs.text(number, "dm/uuid").orElse("");
      boolean hasTable = sysfs.number(number, "size").orElse(0L) != 0;
      return Optional.of(new MappedDevice(name.get(), uuid, suspended, hasTable, List.of()));
    };
  }
}
