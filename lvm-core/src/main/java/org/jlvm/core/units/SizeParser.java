package org.jlvm.core.units;

/**
 * Reads sizes as lvm2's command line takes them: {@code [+|-]NUMBER[.FRACTION][UNIT]}, where UNIT
 * is one of {@code bBsSkKmMgGtTpPeE}, always of base 1024, and what follows that letter is ignored
 * ({@code 10GiB}). Behaviour checked against lvm2 2.03.40.
 */
public final class SizeParser {
  /** Sectors at which lvm2 calls a size too big: 16 EiB. */
  private static final double TOO_BIG = 0x1p55;

  private static final String BINARY_UNITS = "kmgtpe";

  private final String text;
  private int position;

  private SizeParser(String text) {
    this.text = text;
  }

  /**
   * @param defaultUnit what a bare number counts, 2048 sectors for MiB, 2 for KiB
   * @throws SizeSyntaxException if the text is not a size
   */
  public static SignedSize parse(String text, Sectors defaultUnit) throws SizeSyntaxException {
    return new SizeParser(text).parse(defaultUnit);
  }

  private SignedSize parse(Sectors defaultUnit) throws SizeSyntaxException {
    Sign sign = sign();
    char first = peek();
    if (first == '+' || first == '-') {
      throw new SizeSyntaxException("Multiple sign symbols detected.");
    }
    if (!isDigit(first) && first != '.') {
      throw new SizeSyntaxException("Size requires number argument.");
    }
    double number = number();
    double sectors =
        position == text.length() ? number * defaultUnit.count() : scale(number, peek());
    if (sectors >= TOO_BIG) {
      throw new SizeSyntaxException("Size is too big (>=16EiB).");
    }
    return new SignedSize(sign, Sectors.of((long) sectors));
  }

  private Sign sign() {
    switch (peek()) {
      case '+':
        position++;
        return Sign.PLUS;
      case '-':
        position++;
        return Sign.MINUS;
      default:
        return Sign.NONE;
    }
  }

  /**
   * The number, as C's strtod reads it. A double, as in lvm2: below the limit of 2^55 sectors a
   * whole number of any unit from a sector up is exact, and fractions must round as lvm2 rounds.
   */
  private double number() throws SizeSyntaxException {
    int start = position;
    skipDigits();
    if (peek() == '.') {
      position++;
      skipDigits();
    }
    if (position == start + 1 && text.charAt(start) == '.') {
      throw new SizeSyntaxException("Can't parse size argument at '.'.");
    }
    skipExponent();
    double value = Double.parseDouble(text.substring(start, position));
    if (Double.isInfinite(value)) {
      throw new SizeSyntaxException(
          "Can't parse size argument at '" + peek() + "'. Numerical result out of range");
    }
    return value;
  }

  /** {@code 1e3} is a thousand, yet {@code 1e} is an exbibyte. */
  private void skipExponent() {
    int start = position;
    if (peek() != 'e' && peek() != 'E') {
      return;
    }
    position++;
    if (peek() == '+' || peek() == '-') {
      position++;
    }
    int digits = position;
    skipDigits();
    if (position == digits) {
      position = start;
    }
  }

  private static double scale(double number, char unitLetter) throws SizeSyntaxException {
    char unit = toLower(unitLetter);
    if (unit == 's') {
      return number;
    }
    if (unit == 'b') {
      return sectorsOfBytes(number);
    }
    int power = BINARY_UNITS.indexOf(unit);
    if (power < 0) {
      throw new SizeSyntaxException("Can't parse size argument.");
    }
    double sectors = number * 2;
    for (int i = 0; i < power; i++) {
      sectors *= 1024;
    }
    return sectors;
  }

  private static double sectorsOfBytes(double bytes) throws SizeSyntaxException {
    if (bytes < Long.MAX_VALUE) {
      long whole = (long) bytes;
      long rest = whole % Sectors.BYTES;
      if (rest != 0) {
        long lower = whole - rest;
        throw new SizeSyntaxException(
            "Size is not a multiple of 512. Try using "
                + lower
                + " or "
                + (lower + Sectors.BYTES)
                + ".");
      }
    }
    return bytes / Sectors.BYTES;
  }

  private void skipDigits() {
    while (isDigit(peek())) {
      position++;
    }
  }

  /** The current character, NUL at the end. */
  private char peek() {
    return position < text.length() ? text.charAt(position) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char toLower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
