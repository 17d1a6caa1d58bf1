package org.jlvm.dm;

import java.nio.charset.StandardCharsets;

/**
 * A device's identifier, any text its maker chose; it cannot be changed later.
 *
 * @param value 1 to 128 bytes of UTF-8, without zero bytes
 */
public record DmUuid(String value) implements DeviceRef, Comparable<DmUuid> {
  /** Longest identifier in bytes: DM_UUID_LEN of linux/dm-ioctl.h less the zero at the end. */
  public static final int MAX_BYTES = 128;

  /**
   * @throws IllegalArgumentException if the driver would not take the identifier
   */
  public DmUuid {
    if (value.isEmpty()
        || value.indexOf('\0') >= 0
        || value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new IllegalArgumentException("not a device-mapper uuid: '" + value + "'");
    }
  }

  // Written out, as records' own are slow the first time.
  @Override
  public boolean equals(Object other) {
    return other instanceof DmUuid that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(DmUuid other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
