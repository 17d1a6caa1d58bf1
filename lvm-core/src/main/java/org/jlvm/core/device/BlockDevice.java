package org.jlvm.core.device;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.units.Bytes;

/**
 * Something that can hold a physical volume: a block device, or a file that stands for one. Knows
 * its names and geometry; its contents are reached through a {@link DeviceHandle}.
 */
public interface BlockDevice {
  /** The path that is shown to the user. */
  String name();

  /** All paths that lead to the device, {@link #name()} first. */
  List<String> names();

  /**
   * The size as it is now.
   *
   * @throws org.jlvm.core.error.DeviceException if it cannot be told
   */
  Bytes size();

  /** The smallest unit that can be addressed, in bytes; at least 512. */
  int logicalBlockSize();

  /** The smallest unit that can be written without reading, in bytes. */
  int physicalBlockSize();

  /** Whether the kernel refuses writes. */
  boolean isReadOnly();

  /** Empty for files. */
  Optional<DeviceNumber> number();

  /**
   * Opens the device; the caller closes the handle.
   *
   * @throws org.jlvm.core.error.DeviceException if that fails
   */
  DeviceHandle open(Access access);

  /** What a handle is for. */
  enum Access {
    /** What the device holds now, where possible; the page cache may be older. */
    READ,
    READ_WRITE
  }
}
