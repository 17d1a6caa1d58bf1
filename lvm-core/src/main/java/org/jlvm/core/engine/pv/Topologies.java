package org.jlvm.core.engine.pv;

import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.ondisk.layout.Topology;
import org.jlvm.core.units.Sectors;

/** The I/O sizes that sysfs tells of a device (Documentation/ABI/stable/sysfs-block, md.rst). */
final class Topologies {
  private Topologies() {}

  static Topology of(BlockDevice device) {
    if (!(device instanceof LinuxDevice linux)) {
      return Topology.UNKNOWN;
    }
    Sysfs sysfs = linux.sysfs();
    DeviceNumber number = linux.deviceNumber();
    return new Topology(
        mdStripeWidth(sysfs, number),
        sectors(sysfs.queueNumber(number, "minimum_io_size")),
        sectors(sysfs.queueNumber(number, "optimal_io_size")),
        sectors(sysfs.number(number, "alignment_offset")));
  }

  /** Bytes as whole sectors; anything odd counts as not known. */
  private static Sectors sectors(Optional<Long> bytes) {
    long value = bytes.orElse(0L);
    return value > 0 && value <= Integer.MAX_VALUE
        ? Sectors.of(value / Sectors.BYTES)
        : Sectors.ZERO;
  }

  private static Sectors mdStripeWidth(Sysfs sysfs, DeviceNumber number) {
    Sectors chunk = sectors(sysfs.number(number, "md/chunk_size"));
    long disks = sysfs.number(number, "md/raid_disks").orElse(0L);
    if (chunk.isZero() || disks <= 0) {
      return Sectors.ZERO;
    }
    return chunk.times(dataDisks(sysfs.text(number, "md/level").orElse("").trim(), disks));
  }

  private static long dataDisks(String level, long disks) {
    return switch (level) {
      case "raid0" -> disks;
      case "raid1" -> 1;
      case "raid4", "raid5" -> Math.max(1, disks - 1);
      case "raid6" -> Math.max(1, disks - 2);
      // Half of an even number of disks holds copies; else all are counted.
      case "raid10" -> disks % 2 == 0 ? Math.max(1, disks / 2) : disks;
      default -> 1;
    };
  }
}
