package org.jlvm.core.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;

/**
 * Several of libdevmapper's regular expressions at once, found anywhere in a text (dm_regex_create
 * and dm_regex_match): the operators {@code ( ) [ ] | * + ? . ^ $} and escapes, everything else
 * stands for itself. Translated for the JDK's engine.
 *
 * <p>What is wrong is told as libdevmapper does, which joins the expressions in groups before it
 * reads them and passes over what follows a group that is closed too early: also over the
 * expressions behind it, which are never found then. A text has a mark at either end, which a dot
 * matches too.
 */
public final class DmRegex {
  private final List<Pattern> patterns;

  private DmRegex(List<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /**
   * @param messages where it is told what is wrong
   * @throws FailedException if they are none
   */
  public static DmRegex compile(List<String> expressions, Messages messages) {
    StringBuilder joined = new StringBuilder();
    for (String expression : expressions) {
      joined.append(joined.isEmpty() ? "" : "|");
      joined.append("(.*(").append(expression).append(')').append(Parser.TARGET).append(')');
    }
    Optional<List<String>> choices = new Parser(joined.toString(), messages).choices();
    if (choices.isEmpty()) {
      messages.error("Parse error in regex");
      throw new FailedException("Couldn't parse regex");
    }
    List<Pattern> patterns = new ArrayList<>(choices.get().size());
    for (String choice : choices.get()) {
      patterns.add(Pattern.compile(choice, Pattern.DOTALL));
    }
    return new DmRegex(patterns);
  }

  /** Which expression is found in a text, the last of several; -1 for none. */
  public int match(String text) {
    String marked = Parser.START + text + Parser.END;
    for (int i = patterns.size() - 1; i >= 0; i--) {
      if (patterns.get(i).matcher(marked).find()) {
        return i;
      }
    }
    return -1;
  }

  /** Recursive descent, giving the same expressions in the JDK's dialect. */
  private static final class Parser {
    static final char START = '\2';
    static final char END = '\3';

    /** Must come behind whatever matches. */
    static final char TARGET = '\0';

    private static final char NO_TOKEN = '\uffff';
    private static final char CHARACTERS = '\ufffe';

    private final String text;
    private final Messages messages;
    private int at;
    private char token;
    private String characters = "";

    Parser(String text, Messages messages) {
      this.text = text;
      this.messages = messages;
      next();
    }

    /** Sequences with {@code |} between them. */
    Optional<List<String>> choices() {
      Optional<String> first = sequence();
      if (first.isEmpty()) {
        return Optional.empty();
      }
      List<String> choices = new ArrayList<>();
      choices.add(first.get());
      if (token == '|') {
        next();
        Optional<List<String>> others = choices();
        if (others.isEmpty()) {
          messages.error("Badly formed 'or' expression");
          return others;
        }
        choices.addAll(others.get());
      }
      return Optional.of(choices);
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
      Optional<List<String>> inside = choices();
      if (token != ')') {
        messages.error("missing ')' in regular expression");
        return Optional.empty();
      }
      next();
      return inside.map(choices -> "(?:" + String.join("|", choices) + ')');
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
}
