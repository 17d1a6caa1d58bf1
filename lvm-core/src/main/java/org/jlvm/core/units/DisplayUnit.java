package org.jlvm.core.units;

import java.util.Optional;

/**
 * The unit that sizes are shown in: lvm2's {@code --units} and {@code global/units}.
 *
 * @param letter {@code h} or {@code r} (readable, base 1024), {@code H} or {@code R} (readable,
 *     base 1000), one of {@code bskmgtpe} (base 1024) or {@code BSKMGTPE} (base 1000), or {@code U}
 *     for a multiple such as {@code 4m}
 * @param factor bytes in one unit; 1 for the readable ones
 */
public record DisplayUnit(char letter, long factor) {
  /** lvm2's default. */
  public static final DisplayUnit READABLE = new DisplayUnit('r', 1);

  private static final String BINARY = "kmgtpe";
  private static final String DECIMAL = "KMGTPE";

  /** Reads {@code [NUMBER]LETTER}; empty if it is not a unit. */
  public static Optional<DisplayUnit> parse(String text) {
    int digits = numberLength(text);
    if (digits != text.length() - 1) {
      return Optional.empty();
    }
    char letter = text.charAt(digits);
    double multiple = digits == 0 ? 1 : Double.parseDouble(text.substring(0, digits));
    if (isReadable(letter)) {
      return Optional.of(new DisplayUnit(letter, 1));
    }
    double factor = multiple * bytesOf(letter);
    if (factor < 1) {
      return Optional.empty();
    }
    return Optional.of(new DisplayUnit((long) multiple == 1 ? letter : 'U', (long) factor));
  }

  boolean isReadable() {
    return isReadable(letter);
  }

  /** Whether a scale of thousands was asked for. */
  boolean isDecimal() {
    return letter == 'H' || letter == 'R' || DECIMAL.indexOf(letter) >= 0;
  }

  private static boolean isReadable(char letter) {
    return letter == 'h' || letter == 'H' || letter == 'r' || letter == 'R';
  }

  /** Length of a leading number that begins with a digit. */
  private static int numberLength(String text) {
    int length = 0;
    while (length < text.length()
        && (Character.isDigit(text.charAt(length)) || (length > 0 && text.charAt(length) == '.'))) {
      length++;
    }
    return length;
  }

  private static long bytesOf(char letter) {
    switch (letter) {
      case 'b', 'B':
        return 1;
      case 's', 'S':
        return Sectors.BYTES;
      default:
        int power = BINARY.indexOf(letter);
        if (power >= 0) {
          return power(1024, power + 1);
        }
        power = DECIMAL.indexOf(letter);
        return power >= 0 ? power(1000, power + 1) : 0;
    }
  }

  static long power(long base, int exponent) {
    long result = 1;
    for (int i = 0; i < exponent; i++) {
      result *= base;
    }
    return result;
  }
}
