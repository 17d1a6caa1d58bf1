package org.jlvm.core.config.text;

import org.jlvm.core.error.FormatException;

/**
 * Cuts the text into tokens. What begins a number or an unquoted string is a name unless the token
 * before it was {@code =}, {@code [} or a comma. A NUL byte ends the text.
 */
final class ConfigScanner {
  enum Token {
    INTEGER,
    FLOAT,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    BARE_STRING,
    NAME,
    EQUALS,
    SECTION_OPEN,
    SECTION_CLOSE,
    ARRAY_OPEN,
    ARRAY_CLOSE,
    COMMA,
    END
  }

  private final byte[] source;
  private final int limit;
  private Token token = Token.END;
  private int start;
  private int end;

  ConfigScanner(byte[] source, int from, int to) {
    this.source = source;
    this.limit = to;
    this.end = from;
  }

  Token token() {
    return token;
  }

  /** Offset of the current token. */
  int start() {
    return start;
  }

  /** Offset after the current token. */
  int end() {
    return end;
  }

  void advance() {
    boolean valueExpected =
        token == Token.EQUALS || token == Token.ARRAY_OPEN || token == Token.COMMA;
    start = afterSpace();
    if (start == limit || source[start] == 0) {
      token = Token.END;
      end = start;
      return;
    }
    end = start + 1;
    token =
        switch (source[start]) {
          case '{' -> Token.SECTION_OPEN;
          case '}' -> Token.SECTION_CLOSE;
          case '[' -> Token.ARRAY_OPEN;
          case ']' -> Token.ARRAY_CLOSE;
          case ',' -> Token.COMMA;
          case '=' -> Token.EQUALS;
          case '"' -> doubleQuoted();
          case '\'' -> singleQuoted();
          case '.', '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
              valueExpected ? number() : word(Token.NAME);
          default -> word(valueExpected ? Token.BARE_STRING : Token.NAME);
        };
  }

  /** Offset of the next token. */
  int afterSpace() {
    byte[] bytes = source;
    int to = limit;
    int at = end;
    while (at < to) {
      byte b = bytes[at];
      if (b > '#') {
        break;
      }
      if (b == '#') {
        while (at < to && bytes[at] != '\n' && bytes[at] != 0) {
          at++;
        }
      } else if (isSpace(b)) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  /** Goes on where a value or an entry has ended, without looking at it. */
  void continueAt(int to) {
    token = Token.BARE_STRING;
    end = to;
    advance();
  }

  int limit() {
    return limit;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  private Token doubleQuoted() {
    byte[] bytes = source;
    int at = end;
    while (at < limit && bytes[at] != '"' && bytes[at] != 0) {
      boolean escapes = bytes[at] == '\\' && at + 1 < limit && bytes[at + 1] != 0;
      at += escapes ? 2 : 1;
    }
    return closeQuote(at, Token.DOUBLE_QUOTED);
  }

  private Token singleQuoted() {
    int at = end;
    while (at < limit && source[at] != '\'' && source[at] != 0) {
      at++;
    }
    return closeQuote(at, Token.SINGLE_QUOTED);
  }

  private Token closeQuote(int at, Token kind) {
    if (at >= limit || source[at] == 0) {
      throw error(start, "string without closing quote");
    }
    end = at + 1;
    return kind;
  }

  private Token number() {
    Token kind = source[start] == '.' ? Token.FLOAT : Token.INTEGER;
    int at = end;
    while (at < limit) {
      byte b = source[at];
      if (b == '.' && kind == Token.INTEGER) {
        kind = Token.FLOAT;
      } else if (b < '0' || b > '9') {
        break;
      }
      at++;
    }
    end = at;
    return kind;
  }

  private Token word(Token kind) {
    byte[] bytes = source;
    int to = limit;
    int at = end;
    while (at < to) {
      byte b = bytes[at];
      if (b == 0 || b == '#' || b == '=' || b == '{' || b == '}' || isSpace(b)) {
        break;
      }
      at++;
    }
    end = at;
    return kind;
  }

  /** A failure at an offset: byte, line and column counted from 1, columns in bytes. */
  FormatException error(int offset, String what) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      if (source[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int column = offset - lineStart + 1;
    return new FormatException(
        "Parse error at byte "
            + (offset + 1)
            + " (line "
            + line
            + ", column "
            + column
            + "): "
            + what);
  }
}
