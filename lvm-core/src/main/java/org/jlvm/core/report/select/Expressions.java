package org.jlvm.core.report.select;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;

/**
 * libdevmapper's regular expressions as Java's: the operators {@code ( ) [ ] | * + ? . ^ $} and
 * escapes, everything else stands for itself. What is wrong is told as libdevmapper does, which
 * puts an expression into groups first and passes over what follows one that is closed too early; a
 * text has a mark at either end, which a dot matches too.
 */
final class Expressions {
  private static final char START = '\2';
  private static final char END = '\3';

  /** Must come behind whatever matches. */
  private static final char TARGET = '\0';

  private static final char NO_TOKEN = '\uffff';
  private static final char CHARACTERS = '\ufffe';

  private final String text;
  private final Messages messages;
  private int at;
  private char token;
  private String characters = "";

  private Expressions(String text, Messages messages) {
    this.text = text;
    this.messages = messages;
  }

  /**
   * @throws FailedException if it is not one; the reason was told
   */
  static Pattern compile(String expression, Messages messages) {
    Expressions parser = new Expressions("(.*(" + expression + ")" + TARGET + ")", messages);
    parser.next();
    Optional<String> java = parser.alternatives();
    if (java.isEmpty()) {
      messages.error("Parse error in regex");
      throw new FailedException("Couldn't parse regex");
    }
    return Pattern.compile(java.get(), Pattern.DOTALL);
  }

  /** Whether the expression is found in a text. */
  static boolean find(Pattern pattern, String in) {
    return pattern.matcher(START + in + END).find();
  }

  private Optional<String> alternatives() {
    Optional<String> first = sequence();
    if (first.isEmpty() || token != '|') {
      return first;
    }
    next();
    Optional<String> others = alternatives();
    if (others.isEmpty()) {
      messages.error("Badly formed 'or' expression");
      return others;
    }
    return Optional.of("(?:" + first.get() + '|' + others.get() + ')');
  }

  /** What follows something and cannot be understood ends the sequence. */
  private Optional<String> sequence() {
    Optional<String> part = repeated();
    if (part.isEmpty()) {
      return part;
    }
    StringBuilder all = new StringBuilder(part.get());
    while (token != '|') {
      part = repeated();
      if (part.isEmpty()) {
        break;
      }
      all.append(part.get());
    }
    return Optional.of(all.toString());
  }

  private Optional<String> repeated() {
    Optional<String> one = single();
    while (one.isPresent() && (token == '*' || token == '+' || token == '?')) {
      one = Optional.of("(?:" + one.get() + ')' + token);
      next();
    }
    return one;
  }

  private Optional<String> single() {
    if (token == CHARACTERS) {
      String one = characters;
      next();
      return Optional.of(one);
    }
    if (token != '(') {
      return Optional.empty();
    }
    next();
    Optional<String> inside = alternatives();
    if (token != ')') {
      messages.error("missing ')' in regular expression");
      return Optional.empty();
    }
    next();
    return inside;
  }

  private void next() {
    if (at == text.length()) {
      token = NO_TOKEN;
      return;
    }
    char c = text.charAt(at++);
    token = CHARACTERS;
    switch (c) {
      case '(', ')', '*', '+', '?', '|' -> token = c;
      case '[' -> set();
      case '.' -> characters = "[^\\n\\r\\x00]";
      case '^' -> characters = literal(START);
      case '$' -> characters = literal(END);
      // The text ends at the target, so that what it has been told to match cannot.
      case TARGET -> characters = "";
      case '\\' -> characters = literal(escaped());
      default -> characters = literal(c);
    }
  }

  private void set() {
    boolean negated = at < text.length() && text.charAt(at) == '^';
    at += negated ? 1 : 0;
    StringBuilder members = new StringBuilder();
    char last = 0;
    while (at < text.length() && text.charAt(at) != ']') {
      char c = text.charAt(at++);
      if (c == '\\') {
        last = escaped();
        members.append(literal(last));
      } else if (c == '-' && last != 0 && at < text.length()) {
        char to = text.charAt(at++);
        members.append(literal((char) Math.min(last, to))).append('-');
        members.append(literal((char) Math.max(last, to)));
        last = to;
      } else {
        last = c;
        members.append(literal(c));
      }
    }
    if (at == text.length()) {
      token = NO_TOKEN;
      return;
    }
    at++;
    if (negated) {
      characters = "[^\\x00" + members + ']';
    } else {
      characters = members.isEmpty() ? "(?!)" : "[" + members + ']';
    }
  }

  private char escaped() {
    if (at == text.length()) {
      return TARGET;
    }
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }

  private static String literal(char c) {
    if (Character.isLetterOrDigit(c)) {
      return String.valueOf(c);
    }
    String digits = Integer.toHexString(c);
    return "\\u" + "0".repeat(4 - digits.length()) + digits;
  }
}
