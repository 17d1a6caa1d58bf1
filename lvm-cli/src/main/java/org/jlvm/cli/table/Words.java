package org.jlvm.cli.table;

import java.util.ArrayList;
import java.util.List;

/** Splitting without regular expressions, which are dear at start-up. */
final class Words {
  private Words() {}

  /** The parts between separators; empty parts are left out. */
  static List<String> split(String text, char separator) {
    List<String> words = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf(separator, start);
      if (end < 0) {
        end = text.length();
      }
      if (end > start) {
        words.add(text.substring(start, end));
      }
      start = end + 1;
    }
    return words;
  }
}
