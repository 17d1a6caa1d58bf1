package org.jlvm.core.report.select;

import java.util.regex.Pattern;

/**
 * lvm2's regular expressions as Java's: the same operators {@code ( ) [ ] | * + ? . ^ $} and
 * escapes, everything else stands for itself.
 */
final class Expressions {
  private Expressions() {}

  /**
   * @throws java.util.regex.PatternSyntaxException if it is not one
   */
  static Pattern compile(String expression) {
    StringBuilder java = new StringBuilder(expression.length() + 8);
    boolean inClass = false;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == '\\' && i + 1 < expression.length()) {
        appendEscaped(java, expression.charAt(++i));
      } else if (inClass) {
        boolean isPlain = c != '[' && c != '&';
        java.append(isPlain ? "" : "\\").append(c);
        inClass = c != ']';
      } else {
        java.append(c == '{' || c == '}' ? "\\" : "").append(c);
        inClass = c == '[';
      }
    }
    return Pattern.compile(java.toString(), Pattern.DOTALL);
  }

  private static void appendEscaped(StringBuilder java, char c) {
    switch (c) {
      case 'n', 'r', 't' -> java.append('\\').append(c);
      default -> {
        boolean isWord = Character.isLetterOrDigit(c);
        java.append(isWord ? "" : "\\").append(c);
      }
    }
  }
}
