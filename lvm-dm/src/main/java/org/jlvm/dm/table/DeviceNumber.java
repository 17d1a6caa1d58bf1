package org.jlvm.dm.table;

import org.jlvm.core.error.FormatException;
import org.jspecify.annotations.Nullable;

/**
 * A block device's number, as the kernel writes it in tables: {@code major:minor}.
 *
 * @param major 0 to 4095
 * @param minor 0 to 1048575
 */
public record DeviceNumber(int major, int minor) implements Comparable<DeviceNumber> {
  private static final int MAJOR_MAX = (1 << 12) - 1;
  private static final int MINOR_MAX = (1 << 20) - 1;

  public DeviceNumber {
    if (major < 0 || major > MAJOR_MAX || minor < 0 || minor > MINOR_MAX) {
      throw new IllegalArgumentException("device number out of range: " + major + ":" + minor);
    }
  }

  /** From the form that the ioctl protocol uses (the kernel's new_encode_dev). */
  public static DeviceNumber decode(long encoded) {
    int major = (int) (encoded >>> 8 & MAJOR_MAX);
    int minor = (int) (encoded & 0xff | encoded >>> 12 & 0xfff00);
    return new DeviceNumber(major, minor);
  }

  /**
   * @throws FormatException if the text is not {@code major:minor}
   */
  public static DeviceNumber parse(String text) {
    int colon = text.indexOf(':');
    try {
      if (colon > 0) {
        return new DeviceNumber(
            Integer.parseInt(text, 0, colon, 10),
            Integer.parseInt(text, colon + 1, text.length(), 10));
      }
    } catch (IllegalArgumentException e) {
      throw new FormatException("not a device number: " + text, e);
    }
    throw new FormatException("not a device number: " + text);
  }

  public long encode() {
    return minor & 0xffL | (long) major << 8 | (minor & ~0xffL) << 12;
  }

  @Override
  public int compareTo(DeviceNumber other) {
    int byMajor = Integer.compare(major, other.major);
    return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeviceNumber that && major == that.major && minor == that.minor;
  }

  @Override
  public int hashCode() {
    return 31 * major + minor;
  }

  @Override
  public String toString() {
    return major + ":" + minor;
  }
}
