package org.jlvm.dm;

import java.util.Optional;
import org.jlvm.dm.table.DeviceNumber;

/** How a device is told to the driver: by name, by uuid or by number. */
public sealed interface DeviceRef permits DmName, DmUuid, DeviceRef.Numbered {

  /**
   * A device by its number.
   *
   * @param name its name as far as known, for messages and nodes; it is not what it is found by
   */
  record Numbered(DeviceNumber number, Optional<DmName> name) implements DeviceRef {
    @Override
    public String toString() {
      return (name.isPresent() ? name.get() + " (" : "(") + number + ")";
    }
  }
}
