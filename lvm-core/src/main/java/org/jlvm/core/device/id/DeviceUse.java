package org.jlvm.core.device.id;

import java.util.Optional;
import org.jlvm.core.device.LinuxDevice;

/** An entry of the devices file and the device found for it, if one was. */
public record DeviceUse(DevicesFileEntry entry, Optional<LinuxDevice> device) {
  boolean isFor(LinuxDevice other) {
    return device.isPresent() && device.get().deviceNumber().equals(other.deviceNumber());
  }
}
