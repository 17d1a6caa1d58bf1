package org.jlvm.cli.shell;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words as lvm2's shell does. */
final class Words {
  private Words() {}

  /**
   * A quote at the beginning of a word encloses it; there is no escape. A {@code #} at the
   * beginning of a word starts a comment.
   */
  static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    int position = 0;
    while (true) {
      while (position < line.length() && Character.isWhitespace(line.charAt(position))) {
        position++;
      }
      if (position >= line.length() || line.charAt(position) == '#') {
        return words;
      }
      char quote = line.charAt(position);
      boolean quoted = quote == '\'' || quote == '"';
      int start = quoted ? position + 1 : position;
      int end = start;
      while (end < line.length() && !isEnd(line.charAt(end), quoted, quote)) {
        end++;
      }
      words.add(line.substring(start, end));
      position = end + 1;
    }
  }

  private static boolean isEnd(char c, boolean quoted, char quote) {
    return quoted ? c == quote : Character.isWhitespace(c);
  }
}
