package org.jlvm.core.device;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.units.Bytes;
import org.jlvm.core.units.Sectors;

/**
 * A block device node. Geometry is read from sysfs (Documentation/ABI/stable/sysfs-block), and only
 * when asked for.
 */
public final class LinuxDevice implements BlockDevice {
  private final List<String> names;
  private final DeviceNumber number;
  private final Sysfs sysfs;

  /**
   * @param names absolute paths, the one to show first
   */
  public LinuxDevice(List<String> names, DeviceNumber number, Sysfs sysfs) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("device " + number + " without a name");
    }
    this.names = List.copyOf(names);
    this.number = number;
    this.sysfs = sysfs;
  }

  @Override
  public String name() {
    return names.get(0);
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public Bytes size() {
    Optional<Long> sectors = sysfs.number(number, "size");
    if (sectors.isPresent()) {
      return Sectors.of(sectors.get()).toBytes();
    }
    try (FileChannel channel = FileDevice.openChannel(Path.of(name()), name(), Access.READ)) {
      return Bytes.of(channel.size());
    } catch (IOException e) {
      throw new DeviceException(name() + ": size is not known: " + e.getMessage(), e);
    }
  }

  @Override
  public int logicalBlockSize() {
    return queueValue("logical_block_size", Sectors.BYTES);
  }

  @Override
  public int physicalBlockSize() {
    return queueValue("physical_block_size", logicalBlockSize());
  }

  private int queueValue(String attribute, int otherwise) {
    long value = sysfs.queueNumber(number, attribute).orElse((long) otherwise);
    return value < Sectors.BYTES || value > Integer.MAX_VALUE ? otherwise : (int) value;
  }

  @Override
  public boolean isReadOnly() {
    return sysfs.number(number, "ro").orElse(0L) != 0;
  }

  /** The same device, shown under another of its names. */
  public LinuxDevice shownAs(String name) {
    List<String> ordered = new ArrayList<>(names);
    ordered.remove(name);
    ordered.add(0, name);
    return new LinuxDevice(ordered, number, sysfs);
  }

  public DeviceNumber deviceNumber() {
    return number;
  }

  public Sysfs sysfs() {
    return sysfs;
  }

  @Override
  public Optional<DeviceNumber> number() {
    return Optional.of(number);
  }

  @Override
  public DeviceHandle open(Access access) {
    if (access == Access.READ) {
      try {
        return DirectHandle.open(Path.of(name()), name(), size());
      } catch (IOException | UnsupportedOperationException e) {
        // Some drivers know no such reads; what else is wrong shows when it is opened as usual.
      }
    }
    FileChannel channel = FileDevice.openChannel(Path.of(name()), name(), access);
    return new ChannelHandle(name(), channel, size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinuxDevice that
        && number.equals(that.number)
        && names.equals(that.names);
  }

  @Override
  public int hashCode() {
    return number.hashCode();
  }

  @Override
  public String toString() {
    return name() + " (" + number + ")";
  }
}
