package org.jlvm.core.config.table;

import java.util.Optional;

/** A version of lvm2, such as 2.2.99 for 2.02.99. */
public record LvmVersion(int major, int minor, int patch) implements Comparable<LvmVersion> {
  /** The release whose settings the table lists. */
  public static final LvmVersion CURRENT = new LvmVersion(2, 3, 40);

  private static final int MAX_DIGITS = 9;

  /**
   * Reads three numbers parted by dots; leading zeros and anything after the third number are
   * ignored, as lvm2 does.
   */
  public static Optional<LvmVersion> parse(String text) {
    int[] parts = new int[3];
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        if (at >= text.length() || text.charAt(at) != '.') {
          return Optional.empty();
        }
        at++;
      }
      int start = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      if (at == start || at - start > MAX_DIGITS) {
        return Optional.empty();
      }
      parts[i] = Integer.parseInt(text.substring(start, at));
    }
    return Optional.of(new LvmVersion(parts[0], parts[1], parts[2]));
  }

  @Override
  public int compareTo(LvmVersion other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
