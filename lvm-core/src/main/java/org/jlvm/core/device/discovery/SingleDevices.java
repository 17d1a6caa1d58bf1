package org.jlvm.core.device.discovery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.message.Messages;

/**
 * Finds single devices without looking at all there are, for commands that udev runs for each
 * device while there may be hundreds of others on their way.
 *
 * @param deviceDirectory with a slash at its end
 */
public record SingleDevices(String deviceDirectory, Sysfs sysfs, Messages messages) {
  /**
   * The device of a name, or of a number if there is no such name any more; what stands in the way
   * is told.
   *
   * @param otherNames names that it has or is going to have
   */
  public Optional<LinuxDevice> find(
      Optional<String> name, Optional<DeviceNumber> number, List<String> otherNames) {
    Optional<NodeAttributes> node = name.flatMap(SingleDevices::attributes);
    String path = name.orElse("");
    if (node.isEmpty()) {
      if (name.isPresent()) {
        String devno = number.map(DeviceNumber::toString).orElse("0:0");
        messages.error("Cannot access device " + path + " for " + devno + '.');
      }
      if (number.isEmpty()) {
        return Optional.empty();
      }
      Optional<String> known = nameOf(number.get());
      if (known.isEmpty()) {
        messages.error("No device name found from " + number.get() + '.');
        return Optional.empty();
      }
      path = known.get();
      node = attributes(path);
      if (node.isEmpty()) {
        messages.error("Cannot access device " + path + " from " + number.get() + '.');
        return Optional.empty();
      }
    }
    return device(path, node.get(), number, otherNames);
  }

  private Optional<LinuxDevice> device(
      String path, NodeAttributes node, Optional<DeviceNumber> wanted, List<String> otherNames) {
    if (node.kind() != NodeAttributes.Kind.BLOCK_DEVICE) {
      messages.error("Invalid device type " + path + '.');
      return Optional.empty();
    }
    if (wanted.isPresent() && !wanted.get().equals(node.number())) {
      messages.warn(
          "Found " + path + " devno " + node.number() + " expected " + wanted.get() + '.');
    }
    List<String> names = new ArrayList<>();
    names.add(path);
    for (String other : otherNames) {
      if (!names.contains(other)) {
        names.add(other);
      }
    }
    return Optional.of(new LinuxDevice(names, node.number(), sysfs));
  }

  private static Optional<NodeAttributes> attributes(String path) {
    try {
      return Optional.of(NodeAttributes.of(path));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The name under which the kernel or device-mapper makes the device's node. */
  private Optional<String> nameOf(DeviceNumber number) {
    Optional<String> mapped = sysfs.text(number, "dm/name");
    if (mapped.isPresent()) {
      return Optional.of(deviceDirectory + "mapper/" + mapped.get());
    }
    String key = "DEVNAME=";
    for (String line : sysfs.text(number, "uevent").orElse("").split("\n", -1)) {
      if (line.startsWith(key)) {
        return Optional.of(deviceDirectory + line.substring(key.length()));
      }
    }
    return Optional.empty();
  }
}
