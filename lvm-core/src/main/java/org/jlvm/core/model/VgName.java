package org.jlvm.core.model;

import org.jspecify.annotations.Nullable;

/**
 * The name of a volume group: 1 to 127 characters of {@code a-zA-Z0-9.+_-}, not starting with a
 * hyphen, not {@code .} or {@code ..} (lvm(8), VALID NAMES).
 */
public record VgName(String value) implements Comparable<VgName> {
  public VgName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a volume group name: " + value);
    }
  }

  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= NameRules.MAX_NAME
        && value.charAt(0) != '-'
        && !value.equals(".")
        && !value.equals("..")
        && NameRules.hasOnlyNameCharacters(value);
  }

  @Override
  public int compareTo(VgName other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VgName that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
