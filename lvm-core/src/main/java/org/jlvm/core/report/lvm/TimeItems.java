package org.jlvm.core.report.lvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.report.lvm.TimeItem.Role;

/** Takes a time in words apart: words, numbers, {@code hh:mm[:ss]}, {@code +hh:mm}. */
final class TimeItems {
  private static final int LONGEST_NUMBER = 18;

  private final String text;
  private final List<TimeItem> items = new ArrayList<>();
  private int at;

  private TimeItems(String text) {
    this.text = text;
  }

  /** The parts; empty if there is no word among them, or something that is none. */
  static Optional<List<TimeItem>> of(String text) {
    TimeItems reader = new TimeItems(text);
    boolean words = false;
    reader.skipSpaces();
    while (reader.at < text.length()) {
      words |= isLetter(reader.peek());
      if (!reader.next()) {
        return Optional.empty();
      }
    }
    return words ? Optional.of(reader.items) : Optional.empty();
  }

  private boolean next() {
    if (isLetter(peek())) {
      int start = at;
      while (at < text.length() && text.charAt(at) != ' ') {
        at++;
      }
      String word = text.substring(start, at);
      items.add(new TimeItem(Role.WORD, 0, word.length(), text.substring(start)));
      skipSpaces();
      return true;
    }
    if (isDigit(peek())) {
      return numberOrClock();
    }
    if (peek() != '-' && peek() != '+') {
      return false;
    }
    at++;
    return unit(Role.ZONE) && peek() == ':' && skip() && unit(Role.ZONE) && end();
  }

  private boolean numberOrClock() {
    int start = at;
    Optional<Long> number = number();
    if (number.isEmpty()) {
      return false;
    }
    if (peek() != ':') {
      items.add(new TimeItem(Role.NUMBER, number.get(), at - start, text.substring(start)));
      skipSpaces();
      return true;
    }
    add(number.get(), Role.HOUR, start);
    at++;
    return unit(Role.MINUTE) && (peek() != ':' || skip() && unit(Role.SECOND)) && end();
  }

  private boolean skip() {
    at++;
    return true;
  }

  /** One character behind a time of day is passed over, whatever it is. */
  private boolean end() {
    at = Math.min(at + 1, text.length());
    return true;
  }

  private boolean unit(Role role) {
    int start = at;
    Optional<Long> number = number();
    number.ifPresent(value -> add(value, role, start));
    return number.isPresent();
  }

  private void add(long number, Role unit, int start) {
    items.add(new TimeItem(Role.MULTIPLIER, number, at - start, text.substring(start)));
    items.add(new TimeItem(unit, 0, 0, text.substring(at)));
  }

  private Optional<Long> number() {
    int start = at;
    while (isDigit(peek())) {
      at++;
    }
    return at == start || at - start > LONGEST_NUMBER
        ? Optional.empty()
        : Optional.of(Long.parseLong(text.substring(start, at)));
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void skipSpaces() {
    while (peek() == ' ') {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
