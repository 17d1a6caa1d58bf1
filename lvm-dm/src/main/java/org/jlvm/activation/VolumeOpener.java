package org.jlvm.activation;

import java.nio.file.Path;
import java.util.List;
import org.jlvm.activation.live.LiveDevice;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.Sysfs;
import org.jlvm.dm.DeviceMapper;

/** Opens devices to read and write what they hold. */
@FunctionalInterface
public interface VolumeOpener {
  /**
   * The caller closes the handle.
   *
   * @throws org.jlvm.core.error.DeviceException if the device cannot be opened
   */
  DeviceHandle open(LiveDevice device);

  /** Through the node in the device directory. */
  static VolumeOpener byNode(DeviceMapper driver, Path sys) {
    return new ByNode(driver, sys);
  }

  /** Through its node. A class of its own, which starts faster than a lambda. */
  record ByNode(DeviceMapper driver, Path sys) implements VolumeOpener {
    @Override
    public DeviceHandle open(LiveDevice device) {
      List<String> names = List.of(driver.node(device.name()).toString());
      DeviceNumber number = new DeviceNumber(device.number().major(), device.number().minor());
      return new LinuxDevice(names, number, new Sysfs(sys)).open(BlockDevice.Access.READ_WRITE);
    }
  }
}
