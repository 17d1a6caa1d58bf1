package org.jlvm.dm.ioctl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmException;
import org.jlvm.dm.table.DeviceNumber;

/** A block device's read-ahead, which the kernel keeps in KiB in sysfs. */
final class ReadAhead {
  private final Path sysDirectory;

  ReadAhead(Path sysDirectory) {
    this.sysDirectory = sysDirectory;
  }

  Sectors get(DeviceNumber device) {
    Path file = file(device);
    try {
      return Sectors.ofKib(Long.parseLong(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException e) {
      throw DmException.unavailable("Failed to read " + file + ": " + e);
    }
  }

  /** An odd number of sectors is rounded up. */
  void set(DeviceNumber device, Sectors sectors) {
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
