package org.jlvm.core.device;

import java.util.List;
import java.util.Optional;

/** Asks about device-mapper devices. */
public interface MappedDevices {
  /** Empty if there is no such device (any more). */
  Optional<MappedDevice> find(DeviceNumber number);

  /** Only who it is, for which less has to be asked; its state and table count as in order. */
  default Optional<MappedDevice> identify(DeviceNumber number) {
    return find(number);
  }

  /** What sysfs tells, which leaves out the tables. */
  static MappedDevices of(Sysfs sysfs) {
    return new MappedDevices() {
      @Override
      public Optional<MappedDevice> identify(DeviceNumber number) {
        return device(number, false, true);
      }

      @Override
      public Optional<MappedDevice> find(DeviceNumber number) {
        boolean suspended = sysfs.number(number, "dm/suspended").orElse(0L) != 0;
        return device(number, suspended, sysfs.number(number, "size").orElse(0L) != 0);
      }

      private Optional<MappedDevice> device(
          DeviceNumber number, boolean suspended, boolean hasTable) {
        Optional<String> name = sysfs.text(number, "dm/name");
        if (name.isEmpty()) {
          return Optional.empty();
        }
        String uuid = sysfs.text(number, "dm/uuid").orElse("");
        return Optional.of(new MappedDevice(name.get(), uuid, suspended, hasTable, List.of()));
      }
    };
  }
}
