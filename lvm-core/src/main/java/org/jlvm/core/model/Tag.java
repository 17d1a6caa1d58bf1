package org.jlvm.core.model;

import org.jspecify.annotations.Nullable;

/**
 * A tag: 1 to 1024 characters of {@code a-zA-Z0-9_+.-/=!:&#}, not starting with a hyphen (lvm(8)),
 * without the leading {@code @} that names it on a command line.
 */
public record Tag(String value) implements Comparable<Tag> {
  public Tag {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a tag: " + value);
    }
  }

  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= NameRules.MAX_TAG
        && NameRules.hasOnlyTagCharacters(value);
  }

  @Override
  public int compareTo(Tag other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tag that && value.equals(that.value);
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
