package org.jlvm.core.model;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a PV, VG or LV: 32 characters out of {@code 0-9a-zA-Z!#}, written with hyphens as
 * 6-4-4-4-4-4-6 (lib/uuid/uuid.h of lvm2).
 *
 * @param value the 32 characters without hyphens
 */
public record LvmId(String value) implements Comparable<LvmId> {
  /** Number of characters without hyphens. */
  public static final int LENGTH = 32;

  private static final int HYPHENATED_LENGTH = 38;

  private static final String CHARACTERS =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#";

  private static final boolean[] IS_CHARACTER = new boolean[128];

  static {
    for (char c : CHARACTERS.toCharArray()) {
      IS_CHARACTER[c] = true;
    }
  }

  /** How many characters of {@link #CHARACTERS} a new id draws from; the last two are only read. */
  public static final int RANDOM_CHARACTERS = 62;

  public LvmId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an LVM id: " + value);
    }
  }

  /**
   * Reads an id with or without hyphens.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public static LvmId parse(String text) {
    return new LvmId(stripHyphens(text));
  }

  /** Whether {@link #parse} would accept the text. */
  public static boolean isParsable(String text) {
    return isValid(stripHyphens(text));
  }

  /** A character that a new id may hold, for an index in 0..{@link #RANDOM_CHARACTERS}-1. */
  public static char character(int index) {
    return CHARACTERS.charAt(index);
  }

  private static boolean isValid(String value) {
    return value.length() == LENGTH && hasOnlyIdCharacters(value.toCharArray());
  }

  private static boolean hasOnlyIdCharacters(char[] text) {
    for (char c : text) {
      if (c >= IS_CHARACTER.length || !IS_CHARACTER[c]) {
        return false;
      }
    }
    return true;
  }

  private static String stripHyphens(String text) {
    if (text.indexOf('-') < 0) {
      return text;
    }
    char[] plain = text.toCharArray();
    int length = 0;
    for (char c : plain) {
      if (c != '-') {
        plain[length++] = c;
      }
    }
    return new String(plain, 0, length);
  }

  /** The form with hyphens that metadata and reports show. */
  public String hyphenated() {
    char[] text = new char[HYPHENATED_LENGTH];
    value.getChars(0, 6, text, 0);
    int to = 6;
    for (int from = 6; from < 26; from += 4) {
      text[to] = '-';
      value.getChars(from, from + 4, text, to + 1);
      to += 5;
    }
    text[to] = '-';
    value.getChars(26, LENGTH, text, to + 1);
    return new String(text);
  }

  @Override
  public int compareTo(LvmId other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LvmId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return hyphenated();
  }
}
