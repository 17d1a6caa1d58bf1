package org.jlvm.core.device.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.device.discovery.DeviceTypes;
import org.jlvm.core.message.Messages;
import org.jlvm.core.ondisk.layout.Topology;
import org.jlvm.core.units.Bytes;
import org.jlvm.core.units.Sectors;

/** Reads from sysfs what matters for the layout of a physical volume. */
public record DeviceTopology(Sysfs sysfs, DeviceTypes types, Messages messages) {
  /** {@code AT_PAGESZ} of the auxiliary vector, getauxval(3). */
  private static final long PAGE_SIZE_KEY = 6;

  private static final Bytes USUAL_PAGE = Bytes.of(4096);

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

  public Topology of(BlockDevice device) {
    if (device.number().isEmpty()) {
      return Topology.UNKNOWN;
    }
    DeviceNumber number = device.number().get();
    return new Topology(
        mdStripeWidth(number),
        ioSize(device, number, "minimum_io_size"),
        ioSize(device, number, "optimal_io_size"),
        sectors(device, "alignment_offset", sysfs.number(number, "alignment_offset")));
  }

  private Sectors ioSize(BlockDevice device, DeviceNumber number, String attribute) {
    Sectors size = sectors(device, "queue/" + attribute, sysfs.queueNumber(number, attribute));
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
  private Sectors sectors(BlockDevice device, String attribute, Optional<Long> bytes) {
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
    if (!types.isDriver(array, "md")) {
      return Sectors.ZERO;
    }
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
