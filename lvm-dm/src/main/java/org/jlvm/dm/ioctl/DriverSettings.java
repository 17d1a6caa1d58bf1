package org.jlvm.dm.ioctl;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the driver is reached and what is expected of udev.
 *
 * @param deviceDirectory where nodes are, as /dev; the control node is below it in mapper
 * @param sysDirectory as /sys
 * @param waitForUdev whether udev, where it runs, is waited for
 * @param warnOfUdev whether to say so when udev has not made or removed a node
 * @param udevLimit how long its rules may take
 * @param modprobe the program that loads modules; an empty path loads none
 */
public record DriverSettings(
    Path deviceDirectory,
    Path sysDirectory,
    boolean waitForUdev,
    boolean warnOfUdev,
    Duration udevLimit,
    Path modprobe) {

  /** What an unconfigured system has. */
  public static final DriverSettings DEFAULT =
      new DriverSettings(
          Path.of("/dev"),
          Path.of("/sys"),
          true,
          true,
          Duration.ofSeconds(180),
          Path.of("/sbin/modprobe"));
}
