package org.jlvm.core.model;

/**
 * The name of a logical volume: 1 to 127 characters of {@code a-zA-Z0-9.+_-}, not starting with a
 * hyphen, not {@code .} or {@code ..}. Whether a user may choose it is another question: see {@link
 * #isReserved}.
 */
public record LvName(String value) implements Comparable<LvName> {
  private static final String[] RESERVED_PREFIXES = {"pvmove", "snapshot"};

  private static final String[] RESERVED_PARTS = {
    "_cdata",
    "_cmeta",
    "_corig",
    "_cvol",
    "_wcorig",
    "_iorig",
    "_imeta",
    "_mimage",
    "_mlog",
    "_pmspare",
    "_rimage",
    "_rmeta",
    "_tdata",
    "_tmeta",
    "_vdata",
    "_vorigin"
  };

  public LvName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a logical volume name: " + value);
    }
  }

  public static boolean isValid(String value) {
    return VgName.isValid(value);
  }

  /**
   * Whether the name is kept for hidden volumes that LVM makes itself: starts with {@code pvmove}
   * or {@code snapshot}, or holds a layer suffix such as {@code _mimage} (lvm(8), VALID NAMES).
   */
  public boolean isReserved() {
    for (String prefix : RESERVED_PREFIXES) {
      if (value.startsWith(prefix)) {
        return true;
      }
    }
    for (String part : RESERVED_PARTS) {
      if (value.contains(part)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int compareTo(LvName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
