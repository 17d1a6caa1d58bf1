package org.jlvm.core.report.select;

import java.util.Optional;
import org.jlvm.core.message.Messages;

/** A place in the text of a selection, and how to read words from there on. */
final class Cursor {
  private final String text;
  private final Messages messages;
  private int position;

  Cursor(String text, Messages messages) {
    this.text = text;
    this.messages = messages;
  }

  int position() {
    return position;
  }

  void moveTo(int newPosition) {
    position = newPosition;
  }

  String rest() {
    return text.substring(position);
  }

  boolean isAtEnd() {
    return position >= text.length();
  }

  /** The current character; NUL at the end. */
  char peek() {
    return position < text.length() ? text.charAt(position) : '\0';
  }

  void skip() {
    position++;
  }

  void skipSpace() {
    while (isSpace(peek())) {
      position++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** A field name: letters, digits, {@code _} and {@code -}; may be empty. */
  String fieldName() {
    skipSpace();
    int start = position;
    while (isNameCharacter(peek())) {
      position++;
    }
    return text.substring(start, position);
  }

  private static boolean isNameCharacter(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == '-';
  }

  Optional<Operator> operator() {
    skipSpace();
    for (Operator operator : Operator.values()) {
      if (text.startsWith(operator.text(), position)) {
        position += operator.text().length();
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  /** The sign that comes next, if it is one of those; it is passed. */
  Optional<LogicalSign> sign(LogicalSign... wanted) {
    int before = position;
    skipSpace();
    for (LogicalSign sign : wanted) {
      if (text.startsWith(sign.text(), position)) {
        position += sign.text().length();
        return Optional.of(sign);
      }
    }
    position = before;
    return Optional.empty();
  }

  /** Digits with at most one point among them; may be empty. */
  String number() {
    int start = position;
    boolean point = false;
    while ((peek() >= '0' && peek() <= '9') || (peek() == '.' && !point)) {
      point |= peek() == '.';
      position++;
    }
    return text.substring(start, position);
  }

  /** A word up to a blank or one of the signs; or what stands between quotes. */
  Optional<String> wordOrQuoted(LogicalSign... ends) {
    char quote = peek();
    if (quote == '"' || quote == '\'') {
      position++;
      return until(quote);
    }
    return Optional.of(word(ends));
  }

  String word(LogicalSign... ends) {
    int start = position;
    while (!isAtEnd() && peek() != ' ' && !startsSign(ends)) {
      position++;
    }
    return text.substring(start, position);
  }

  /** Signs end a word even after other white space. */
  private boolean startsSign(LogicalSign... ends) {
    int at = position;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    for (LogicalSign end : ends) {
      if (text.startsWith(end.text(), at)) {
        return true;
      }
    }
    return false;
  }

  /** What stands before a closing character, which is passed; empty, with a message, if none. */
  Optional<String> until(char closing) {
    int end = text.indexOf(closing, position);
    if (end < 0) {
      messages.error("Missing end quote.");
      return Optional.empty();
    }
    String inner = text.substring(position, end);
    position = end + 1;
    return Optional.of(inner);
  }
}
