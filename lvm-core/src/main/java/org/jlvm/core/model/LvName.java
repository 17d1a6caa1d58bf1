package org.jlvm.core.model;

import org.jspecify.annotations.Nullable;

/**
 * The name of a logical volume: 1 to 127 characters of {@code a-zA-Z0-9.+_-}, not starting with a
 * hyphen, not {@code .} or {@code ..}.
 */
public record LvName(String value) implements Comparable<LvName> {
  public LvName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a logical volume name: " + value);
    }
  }

  public static boolean isValid(String value) {
    return VgName.isValid(value);
  }

  @Override
  public int compareTo(LvName other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LvName that && value.equals(that.value);
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
