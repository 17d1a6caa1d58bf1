package org.jlvm.core.device.id;

/** How lvm2 turns what hardware reports into a word for the devices file. */
final class IdText {
  private IdText() {}

  /** Without spaces at the ends, quotes, or anything unprintable; each other space becomes "_". */
  static String general(String text) {
    StringBuilder out = new StringBuilder();
    int end = trimmedEnd(text);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean leading = c == ' ' && out.length() == 0;
      if (!leading && isKept(c)) {
        out.append(c == ' ' ? '_' : c);
      }
    }
    return out.toString();
  }

  /** As {@link #general}, but a run of spaces becomes a single "_". */
  static String t10(String text) {
    StringBuilder out = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < text.length() && text.charAt(i) != 0; i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        space = out.length() > 0;
      } else if (isKept(c)) {
        if (space) {
          out.append('_');
          space = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Quotes, white space and control characters become "_". */
  static String underscored(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c == '"' || Character.isWhitespace(c) || Character.isISOControl(c) ? '_' : c);
    }
    return out.toString();
  }

  /** Without "_" at the ends, which stood for spaces in files of older releases. */
  static String withoutOuterUnderscores(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '_') {
      start++;
    }
    int end = text.length();
    while (end > start + 1 && text.charAt(end - 1) == '_') {
      end--;
    }
    return text.substring(start, end);
  }

  /** A run of "_" becomes one. */
  static String withSingleUnderscores(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean again = text.charAt(i) == '_' && i > 0 && text.charAt(i - 1) == '_';
      if (!again) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean isKept(char c) {
    return c >= ' ' && c < 0x7f && c != '"';
  }

  private static int trimmedEnd(String text) {
    int nul = text.indexOf('\0');
    int end = nul < 0 ? text.length() : nul;
    while (end > 1 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return end;
  }
}
