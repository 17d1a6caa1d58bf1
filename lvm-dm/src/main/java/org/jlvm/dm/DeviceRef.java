package org.jlvm.dm;

import org.jlvm.dm.table.DeviceNumber;

/** How a device is told to the driver: by name, by uuid or by number. */
public sealed interface DeviceRef permits DmName, DmUuid, DeviceRef.Numbered {

  /** A device by its number; it is printed as {@code (major:minor)}. */
  record Numbered(DeviceNumber number) implements DeviceRef {
    @Override
    public String toString() {
      return "(" + number + ")";
    }
  }
}
