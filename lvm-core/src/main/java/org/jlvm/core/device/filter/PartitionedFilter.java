package org.jlvm.core.device.filter;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.device.discovery.DeviceTypes;

/** Keeps away from disks with a partition table that has partitions: those hold the volumes. */
public record PartitionedFilter(DeviceTypes types, Sysfs sysfs) implements DeviceFilter {
  private static final int SECTOR = 512;
  private static final int DOS_TABLE = 446;
  private static final int DOS_ENTRY = 16;
  private static final int PROTECTIVE = 0xee;
  private static final long GPT_MAGIC = 0x5452415020494645L;

  /** The GUID partition table allows more entries, but nobody makes more than this many. */
  private static final int MAX_GPT_ENTRIES = 4096;

  @Override
  public Optional<Exclusion> check(Candidate candidate) {
    return isPartitionable(candidate.device()) && hasPartitions(candidate)
        ? Optional.of(Exclusion.PARTITIONED)
        : Optional.empty();
  }

  private boolean isPartitionable(BlockDevice device) {
    Optional<DeviceNumber> known = device.number();
    if (known.isEmpty()) {
      return true;
    }
    DeviceNumber number = known.get();
    if (types.isDeviceMapper(number) || types.isDriver(number, "md")) {
      return true;
    }
    if (types.isDriver(number, "loop") && sysfs.number(number, "loop/partscan").orElse(0L) != 0) {
      return true;
    }
    if (device.name().startsWith("/dev/nvme")) {
      return !sysfs.isPartition(number);
    }
    int minors = types.minorsPerDisk(number);
    return minors > 1 && number.minor() % minors == 0;
  }

  /** Whether there is a DOS or GUID partition table with at least one partition. */
  static boolean hasPartitions(Candidate candidate) {
    ByteBuffer head = candidate.head();
    if (head.limit() < SECTOR) {
      return false;
    }
    if ((head.getShort(SECTOR - 2) & 0xffff) != 0xaa55) {
      return hasGptPartitions(candidate);
    }
    boolean found = false;
    for (int at = DOS_TABLE; at < SECTOR - 2; at += DOS_ENTRY) {
      if ((head.get(at) & 0x7f) != 0) {
        return false;
      }
      if (head.getInt(at + 12) != 0) {
        boolean protective = (head.get(at + 4) & 0xff) == PROTECTIVE && !found;
        found = !protective || hasGptPartitions(candidate);
      }
    }
    return found;
  }

  private static boolean hasGptPartitions(Candidate candidate) {
    int block = candidate.device().logicalBlockSize();
    Optional<ByteBuffer> header = candidate.read(block, SECTOR);
    if (header.isEmpty() || header.get().getLong(0) != GPT_MAGIC) {
      return false;
    }
    long table = header.get().getLong(72);
    int count = Math.min(header.get().getInt(80), MAX_GPT_ENTRIES);
    int size = header.get().getInt(84);
    if (count <= 0
        || size < 8
        || size > SECTOR * 8
        || table < 0
        || table > Long.MAX_VALUE / block) {
      return false;
    }
    Optional<ByteBuffer> entries = candidate.read(table * block, count * size);
    for (int i = 0; entries.isPresent() && i < count; i++) {
      if (entries.get().getLong(i * size) != 0) {
        return true;
      }
    }
    return false;
  }
}
