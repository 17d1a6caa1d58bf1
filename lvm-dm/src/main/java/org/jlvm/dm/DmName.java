package org.jlvm.dm;

import java.nio.charset.StandardCharsets;

/**
 * A device's name, exactly as the driver has it; the node in /dev/mapper has the same name.
 *
 * @param value 1 to 127 bytes of UTF-8, without slash and zero bytes
 */
public record DmName(String value) implements DeviceRef, Comparable<DmName> {
  /** Longest name in bytes: DM_NAME_LEN of linux/dm-ioctl.h less the zero at the end. */
  public static final int MAX_BYTES = 127;

  /**
   * @throws IllegalArgumentException if the driver would not take the name
   */
  public DmName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a device-mapper name: '" + value + "'");
    }
  }

  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.indexOf('/') < 0
        && value.indexOf('\0') < 0
        && !value.equals(".")
        && !value.equals("..")
        && !value.equals("control")
        && value.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }

  // Written out, as records' own are slow the first time.
  @Override
  public boolean equals(Object other) {
    return other instanceof DmName that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(DmName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
