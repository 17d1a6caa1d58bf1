package org.jlvm.core.device.discovery;

import java.util.regex.Pattern;
import org.jlvm.core.error.FailedException;

/**
 * A regular expression in the dialect of libdevmapper, found anywhere in a name: {@code . * + ? | ^
 * $}, groups, bracket sets with ranges, and backslash escapes of which {@code \n}, {@code \r} and
 * {@code \t} are control characters and all others the character itself. Braces are ordinary
 * characters, and a quantifier may follow another. Translated for the JDK's engine.
 */
public final class NamePattern {
  private final Pattern pattern;

  private NamePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * @throws FailedException if the expression is malformed
   */
  public static NamePattern parse(String text) {
    Translator translator = new Translator(text);
    String translated = translator.alternatives();
    if (translator.at < text.length()) {
      throw malformed(text);
    }
    return new NamePattern(Pattern.compile(translated));
  }

  public boolean matches(String name) {
    return pattern.matcher(name).find();
  }

  private static FailedException malformed(String text) {
    return new FailedException("Parse error in regex \"" + text + "\".");
  }

  /** Recursive descent over the dialect, giving the same expression in the JDK's. */
  private static final class Translator {
    private final String text;
    private int at;

    Translator(String text) {
      this.text = text;
    }

    String alternatives() {
      StringBuilder out = new StringBuilder(sequence());
      while (at < text.length() && text.charAt(at) == '|') {
        at++;
        out.append('|').append(sequence());
      }
      return out.toString();
    }

    private String sequence() {
      StringBuilder out = new StringBuilder();
      while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
        out.append(repeated(atom()));
      }
      if (out.length() == 0) {
        throw malformed(text);
      }
      return out.toString();
    }

    private String repeated(String atom) {
      String out = atom;
      while (at < text.length() && "*+?".indexOf(text.charAt(at)) >= 0) {
        out = "(?:" + out + ")" + text.charAt(at++);
      }
      return out;
    }

    private String atom() {
      char c = text.charAt(at++);
      return switch (c) {
        case '(' -> group();
        case '[' -> set();
        case '.' -> "[^\\n\\r]";
        case '^' -> "^";
        case '$' -> "\\z";
        case '*', '+', '?' -> throw malformed(text);
        case '\\' -> literal(escaped());
        default -> literal(c);
      };
    }

    private String group() {
      String inside = alternatives();
      if (at >= text.length()) {
        throw malformed(text);
      }
      at++;
      return "(?:" + inside + ")";
    }

    private String set() {
      StringBuilder out = new StringBuilder();
      boolean negated = at < text.length() && text.charAt(at) == '^';
      at += negated ? 1 : 0;
      int last = -1;
      while (at < text.length() && text.charAt(at) != ']') {
        char c = text.charAt(at++);
        if (c == '-' && last >= 0 && at < text.length() && text.charAt(at) != ']') {
          char end = text.charAt(at++);
          char from = (char) Math.min(last, end);
          out.append(literal(from)).append('-').append(literal((char) Math.max(last, end)));
          last = -1;
        } else {
          last = c == '\\' ? escaped() : c;
          out.append(literal((char) last));
        }
      }
      if (at >= text.length()) {
        throw malformed(text);
      }
      at++;
      if (out.length() == 0) {
        return negated ? "[^\\x00]" : "(?!)";
      }
      return (negated ? "[^" : "[") + out + "]";
    }

    private char escaped() {
      if (at >= text.length()) {
        throw malformed(text);
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
      boolean plain = c >= 0x80 || Character.isLetterOrDigit(c) || c == '/' || c == '_';
      return plain ? String.valueOf(c) : "\\" + c;
    }
  }
}
