package org.jlvm.core.device;

import java.util.List;

/**
 * What is known of a device-mapper device.
 *
 * @param name its dm name
 * @param uuid its dm UUID, empty text if it has none
 * @param targets its table with status; empty if that is not known
 * @param hasTable whether it has a live table; true if that is not known
 */
public record MappedDevice(
    String name, String uuid, boolean suspended, boolean hasTable, List<Target> targets) {
  /** A line of the status: the target's type, and its text. */
  public record Target(String type, String status) {}

  public MappedDevice {
    targets = List.copyOf(targets);
  }

  /** Whether it is a logical volume, or an inner part of one. */
  public boolean isLvm() {
    return uuid.startsWith("LVM-");
  }
}
