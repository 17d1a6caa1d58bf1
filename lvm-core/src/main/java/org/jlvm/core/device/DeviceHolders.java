package org.jlvm.core.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Who uses a device: what the kernel would refuse an exclusive open for, which Java cannot ask of
 * it. Tells of mounts (of this mount namespace), swap, and devices built on it.
 *
 * @param proc usually {@code /proc}
 */
public record DeviceHolders(Sysfs sysfs, Path proc) {
  /** Why the device cannot be had for oneself; empty if nothing speaks against it. */
  public Optional<String> find(BlockDevice device) {
    Optional<DeviceNumber> number = device.number();
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (!sysfs.holders(number.get()).isEmpty()) {
      return Optional.of("used by another device");
    }
    if (isMounted(number.get())) {
      return Optional.of("mounted");
    }
    return isSwap(device) ? Optional.of("used as swap") : Optional.empty();
  }

  /** The third word of each line is the device's number (proc(5)). */
  private boolean isMounted(DeviceNumber number) {
    String wanted = " " + number + " ";
    for (String line : lines(proc.resolve("self/mountinfo"))) {
      int second = line.indexOf(' ', line.indexOf(' ') + 1);
      if (second > 0 && line.startsWith(wanted, second)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSwap(BlockDevice device) {
    for (String line : lines(proc.resolve("swaps"))) {
      int end = line.indexOf(' ');
      if (end > 0 && device.names().contains(line.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> lines(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return List.of(text.split("\n", -1));
    } catch (IOException e) {
      return List.of();
    }
  }
}
