package org.jlvm.core.device.discovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;

/** The machine's block devices as found at one moment, before any filter. */
public final class DeviceCatalog {
  private final List<LinuxDevice> devices;
  private final Map<String, LinuxDevice> byName = new HashMap<>();
  private final Map<DeviceNumber, LinuxDevice> byNumber = new HashMap<>();

  /**
   * @param devices in the order of scanning
   */
  public DeviceCatalog(List<LinuxDevice> devices) {
    this.devices = List.copyOf(devices);
    for (LinuxDevice device : devices) {
      byNumber.put(device.deviceNumber(), device);
      for (String name : device.names()) {
        byName.put(name, device);
      }
    }
  }

  public List<LinuxDevice> devices() {
    return devices;
  }

  /** Finds a device by any of its names, exactly as written. */
  public Optional<LinuxDevice> byName(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Optional<LinuxDevice> byNumber(DeviceNumber number) {
    return Optional.ofNullable(byNumber.get(number));
  }
}
