package org.jlvm.core.model;

/** What lvm2 accepts in names and tags (lvm(8), VALID NAMES). */
final class NameRules {
  /** Longest name or tag-less identifier in characters. */
  static final int MAX_NAME = 127;

  /** Longest tag in characters. */
  static final int MAX_TAG = 1024;

  private NameRules() {}

  static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-'
        || c == '+';
  }

  static boolean hasOnlyNameCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isNameCharacter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean hasOnlyTagCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isNameCharacter(c) && "/=!:&#".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
