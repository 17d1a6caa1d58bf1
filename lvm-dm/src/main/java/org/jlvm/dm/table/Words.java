package org.jlvm.dm.table;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.units.Sectors;

/** Reads the blank-separated words of a target's text one by one; errors name the word. */
final class Words {
  private final String what;
  private final String text;
  private final List<String> words = new ArrayList<>();
  private int next;

  /**
   * @param what kind of text, for error messages, as in "striped table"
   */
  Words(String what, String text) {
    this.what = what;
    this.text = text;
    int length = text.length();
    int start = 0;
    while (start < length) {
      while (start < length && text.charAt(start) == ' ') {
        start++;
      }
      int end = start;
      while (end < length && text.charAt(end) != ' ') {
        end++;
      }
      if (end > start) {
        words.add(text.substring(start, end));
      }
      start = end;
    }
  }

  boolean hasNext() {
    return next < words.size();
  }

  int remaining() {
    return words.size() - next;
  }

  String peek() {
    return hasNext() ? words.get(next) : "";
  }

  String word() {
    if (!hasNext()) {
      throw error("ends too early");
    }
    return words.get(next++);
  }

  /** The words not read yet, with single blanks between. */
  String rest() {
    StringBuilder rest = new StringBuilder();
    while (hasNext()) {
      rest.append(rest.isEmpty() ? "" : " ").append(word());
    }
    return rest.toString();
  }

  long number() {
    String word = word();
    try {
      long value = Long.parseLong(word);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw error("has '" + word + "' where a number belongs");
    }
    throw error("has a negative number " + word);
  }

  /** A count of things that follow, each at least one word. */
  int count() {
    long value = number();
    if (value > remaining()) {
      throw error("announces " + value + " things, more than there are words");
    }
    return (int) value;
  }

  int integer() {
    long value = number();
    if (value > Integer.MAX_VALUE) {
      throw error("has a number out of range: " + value);
    }
    return (int) value;
  }

  Sectors sectors() {
    return Sectors.of(number());
  }

  DeviceNumber device() {
    return DeviceNumber.parse(word());
  }

  /** Two numbers with a slash, as in "4/400". */
  Ratio ratio() {
    String word = word();
    int slash = word.indexOf('/');
    try {
      if (slash > 0) {
        return new Ratio(
            Long.parseLong(word, 0, slash, 10), Long.parseLong(word, slash + 1, word.length(), 10));
      }
    } catch (IllegalArgumentException e) {
      throw error("has '" + word + "' where done/total belongs");
    }
    throw error("has '" + word + "' where done/total belongs");
  }

  void end() {
    if (hasNext()) {
      throw error("goes on after its end with '" + peek() + "'");
    }
  }

  FormatException error(String problem) {
    return new FormatException("device-mapper " + what + " \"" + text + "\" " + problem);
  }
}
