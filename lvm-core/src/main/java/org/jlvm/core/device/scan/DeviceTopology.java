package org.jlvm.core.device.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.message.Messages;
import org.jlvm.core.ondisk.layout.Topology;
import org.jlvm.core.units.Bytes;
import org.jlvm.core.units.Sectors;

/**
 * What sysfs tells of a device that matters for the layout of a physical volume
 * (Documentation/ABI/stable/sysfs-block, md.rst).
 */
public final class DeviceTopology {
  /** {@code AT_PAGESZ} of the auxiliary vector, getauxval(3). */
  private static final long PAGE_SIZE_KEY = 6;

  private static final Bytes USUAL_PAGE = Bytes.of(4096);

  private final LinuxDevice device;
  private final Sysfs sysfs;
  private final Messages messages;

  private DeviceTopology(LinuxDevice device, Messages messages) {
    this.device = device;
    this.sysfs = device.sysfs();
    this.messages = messages;
  }

  /** This machine's page size; 4 KiB where it cannot be told. */
  public static Bytes pageSize() {
    try {
      ByteBuffer vector =
          ByteBuffer.wrap(Files.readAllBytes(Path.of("/proc/self/auxv")))
              .order(ByteOrder.nativeOrder());
      while (vector.remaining() >= 2 * Long.BYTES) {
        long key = vector.getLong();
        long value = vector.getLong();
        if (key == PAGE_SIZE_KEY && value > 0) {
          return Bytes.of(value);
        }
      }
      return USUAL_PAGE;
    } catch (IOException e) {
      return USUAL_PAGE;
    }
  }

  /** Warns of sizes that cannot be; nothing is known of an image file. */
  public static Topology of(BlockDevice device, Messages messages) {
    return device instanceof LinuxDevice linux
        ? new DeviceTopology(linux, messages).read()
        : Topology.UNKNOWN;
  }

  private Topology read() {
    DeviceNumber number = device.deviceNumber();
    return new Topology(
        mdStripeWidth(number),
        ioSize(number, "minimum_io_size"),
        ioSize(number, "optimal_io_size"),
        sectors("alignment_offset", sysfs.number(number, "alignment_offset")));
  }

  private Sectors ioSize(DeviceNumber number, String attribute) {
    Sectors size = sectors("queue/" + attribute, sysfs.queueNumber(number, attribute));
    if (size.count() > 1 && size.count() % 4 != 0) {
      messages.warn(
          "WARNING: Ignoring queue/"
              + attribute
              + " = "
              + size.toBytes().count()
              + " for device "
              + device.name()
              + " (not divisible by 4KiB).");
      return Sectors.of(8);
    }
    return size;
  }

  /** A negative alignment offset says that the device is misaligned; nothing can be done then. */
  private Sectors sectors(String attribute, Optional<Long> bytes) {
    long value = Math.max(0, bytes.orElse(0L));
    if (value > 0 && value < Sectors.BYTES) {
      messages.warn(
          "WARNING: Device "
              + device.name()
              + ": "
              + attribute
              + " is "
              + value
              + " and is unexpectedly less than sector.");
      return Sectors.of(1);
    }
    return Sectors.of(value / Sectors.BYTES);
  }

  /** Chunk size times data disks, of the array or, for a partition of one, of its array. */
  private Sectors mdStripeWidth(DeviceNumber number) {
    DeviceNumber array = sysfs.diskOf(number).orElse(number);
    long chunk = sysfs.number(array, "md/chunk_size").orElse(0L) / Sectors.BYTES;
    long disks = sysfs.number(array, "md/raid_disks").orElse(0L);
    long data =
        switch (sysfs.text(array, "md/level").orElse("")) {
          case "raid0" -> disks;
          case "raid1", "raid10" -> Math.min(disks, 1);
          case "raid4", "raid5" -> disks - 1;
          case "raid6" -> disks - 2;
          default -> 0;
        };
    return chunk > 0 && data > 0 ? Sectors.of(chunk * data) : Sectors.ZERO;
  }
}
