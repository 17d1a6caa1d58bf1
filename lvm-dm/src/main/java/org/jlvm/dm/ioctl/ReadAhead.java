package org.jlvm.dm.ioctl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmException;
import org.jlvm.dm.table.DeviceNumber;

/** A block device's read-ahead, which the kernel keeps in KiB in sysfs. */
final class ReadAhead {
  private final Path sysDirectory;

  /** Of devices that others are made on; volumes of one group mostly have the same few. */
  private final Map<DeviceNumber, Sectors> below = new HashMap<>();

  ReadAhead(Path sysDirectory) {
    this.sysDirectory = sysDirectory;
  }

  Sectors get(DeviceNumber device) {
    Path file = file(device);
    try {
      return Sectors.ofKib(Long.parseLong(Sysfs.text(file).orElse("")));
    } catch (NumberFormatException e) {
      throw DmException.unavailable("Failed to read " + file + ": " + e);
    }
  }

  /** Also of a partition, which has that of its disk; zero if there is nothing to be found. */
  Sectors ofAny(DeviceNumber device) {
    Sectors known = below.get(device);
    if (known == null) {
      known = find(device);
      below.put(device, known);
    }
    return known;
  }

  private Sectors find(DeviceNumber device) {
    Path folder = sysDirectory.resolve("dev/block").resolve(device.toString());
    for (String place : List.of("bdi/read_ahead_kb", "../queue/read_ahead_kb")) {
      try {
        // Through the link to the device itself: its parent folder is meant.
        String text = Files.readString(folder.toRealPath().resolve(place));
        return Sectors.ofKib(Long.parseLong(text.strip()));
      } catch (IOException | NumberFormatException e) {
        continue; // the next place, or nothing known
      }
    }
    return Sectors.ZERO;
  }

  /** An odd number of sectors is rounded up. */
  void set(DeviceNumber device, Sectors sectors) {
    below.remove(device);
    Path file = file(device);
    String kib = Long.toString((sectors.count() + 1) / 2);
    try {
      Files.write(file, kib.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw DmException.unavailable("Failed to write " + file + ": " + e);
    }
  }

  private Path file(DeviceNumber device) {
    return sysDirectory
        .resolve("dev/block")
        .resolve(device.toString())
        .resolve("bdi/read_ahead_kb");
  }
}
