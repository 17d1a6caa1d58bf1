package org.jlvm.activation.live;

import java.util.Optional;
import org.jlvm.dm.DeviceRef;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.table.DeviceNumber;

/** A device that exists. */
public record LiveDevice(DmName name, DmUuid uuid, DeviceNumber number) {
  /** By number: a name can be changed by anybody. */
  public DeviceRef ref() {
    return new DeviceRef.Numbered(number, Optional.of(name));
  }

  @Override
  public String toString() {
    return name + " (" + number + ")";
  }
}
