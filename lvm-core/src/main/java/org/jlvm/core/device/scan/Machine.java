package org.jlvm.core.device.scan;

import java.nio.file.Path;
import org.jlvm.core.device.MappedDevices;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.message.Messages;

/**
 * Where a machine tells about its devices; tests point it elsewhere.
 *
 * @param sysfs usually {@code /sys}
 * @param proc usually {@code /proc}
 * @param etc usually {@code /etc}
 * @param mappedDevices who knows about device-mapper devices
 */
public record Machine(
    Sysfs sysfs, Path proc, Path etc, MappedDevices mappedDevices, Messages messages) {
  /** This machine, with what sysfs tells of device-mapper devices. */
  public static Machine here(Messages messages) {
    Sysfs sysfs = new Sysfs(Path.of("/sys"));
    return new Machine(sysfs, Path.of("/proc"), Path.of("/etc"), MappedDevices.of(sysfs), messages);
  }
}
