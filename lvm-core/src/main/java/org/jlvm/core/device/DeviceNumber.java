package org.jlvm.core.device;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A block device's number, by which the kernel and sysfs know it. */
public record DeviceNumber(int major, int minor) {
  /** Parses {@code MAJOR:MINOR}, as in sysfs; surrounding white space is ignored. */
  public static Optional<DeviceNumber> parse(String text) {
    String trimmed = text.trim();
    int colon = trimmed.indexOf(':');
    try {
      int major = Integer.parseInt(trimmed.substring(0, Math.max(colon, 0)));
      int minor = Integer.parseInt(trimmed.substring(colon + 1));
      return major < 0 || minor < 0
          ? Optional.empty()
          : Optional.of(new DeviceNumber(major, minor));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeviceNumber that && major == that.major && minor == that.minor;
  }

  @Override
  public int hashCode() {
    return major * 31 + minor;
  }

  /** Takes a number apart as glibc's gnu_dev_major and gnu_dev_minor do. */
  public static DeviceNumber ofEncoded(long device) {
    int major = (int) (((device >>> 8) & 0xfff) | ((device >>> 32) & ~0xfffL));
    int minor = (int) ((device & 0xff) | ((device >>> 12) & ~0xffL));
    return new DeviceNumber(major, minor);
  }

  /** {@code MAJOR:MINOR}. */
  @Override
  public String toString() {
    return major + ":" + minor;
  }
}
