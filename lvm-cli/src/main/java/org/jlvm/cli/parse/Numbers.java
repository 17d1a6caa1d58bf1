package org.jlvm.cli.parse;

import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;
import org.jlvm.core.units.SignedSize;
import org.jlvm.core.units.SizeParser;
import org.jlvm.core.units.SizeSyntaxException;

/** Reads values that are numbers, sizes or extents. */
final class Numbers {
  static final long UINT32_MAX = 0xFFFF_FFFFL;

  private static final int PAGE_SIZE = 4096;
  private static final Sectors SECTOR = Sectors.of(1);
  private static final Sectors KIB = Sectors.ofKib(1);
  private static final Sectors MIB = Sectors.ofMib(1);

  private Numbers() {}

  /** A whole number without minus. */
  static OptionValue whole(String text) throws BadValueException {
    OptionValue value = signed(text);
    if (value.sign() == Sign.MINUS) {
      throw new BadValueException();
    }
    return value;
  }

  static OptionValue uint32(String text) throws BadValueException {
    OptionValue value = whole(text);
    if (value.number() > UINT32_MAX) {
      throw new BadValueException();
    }
    return value;
  }

  static OptionValue plus(String text) throws BadValueException {
    OptionValue value = signed(text);
    if (value.sign() == Sign.MINUS) {
      throw new BadValueException("Number may not be negative.");
    }
    return value;
  }

  static OptionValue signed(String text) throws BadValueException {
    int end = endOfNumber(text);
    if (end != text.length()) {
      throw new BadValueException();
    }
    return number(text, end, Percent.NONE);
  }

  /** A number of extents, or a percentage. */
  static OptionValue extents(String text) throws BadValueException {
    int end = endOfNumber(text);
    if (end == text.length()) {
      return number(text, end, Percent.NONE);
    }
    if (text.charAt(end) != '%') {
      throw new BadValueException();
    }
    String name = text.substring(end + 1);
    Percent percent =
        Percent.of(name)
            .orElseThrow(() -> new BadValueException("Specified %" + name + " is unknown."));
    OptionValue value = number(text, end, percent);
    if (value.number() >= UINT32_MAX) {
      throw new BadValueException("Percentage is too big (>=-1%).");
    }
    return value;
  }

  static OptionValue extents(String text, boolean plus, boolean minus, String signProblem)
      throws BadValueException {
    return checkSign(extents(text), plus, minus, signProblem);
  }

  static OptionValue kib(String text, boolean minus) throws BadValueException {
    return checkSign(size(text, KIB), true, minus, "Size may not be negative.");
  }

  static OptionValue mib(String text, boolean plus, boolean minus, String signProblem)
      throws BadValueException {
    return checkSign(size(text, MIB), plus, minus, signProblem);
  }

  static OptionValue readAhead(String text) throws BadValueException {
    if (text.equalsIgnoreCase("auto") || text.equalsIgnoreCase("none")) {
      return OptionValue.of(text);
    }
    OptionValue value = size(text, SECTOR);
    if (value.sign() == Sign.MINUS) {
      throw new BadValueException();
    }
    return value;
  }

  static OptionValue regionSize(String text) throws BadValueException {
    OptionValue value = size(text, MIB);
    long sectors = value.number();
    if (value.sign() == Sign.MINUS) {
      throw new BadValueException("Region size may not be negative.");
    }
    if (sectors > UINT32_MAX) {
      throw new BadValueException("Region size is too big (max " + UINT32_MAX + ").");
    }
    if (sectors == 0) {
      throw new BadValueException("Region size may not be zero.");
    }
    if (sectors % (PAGE_SIZE / Sectors.BYTES) != 0) {
      throw new BadValueException(
          "Region size must be a multiple of machine memory page size (" + PAGE_SIZE + " bytes).");
    }
    if (Long.bitCount(sectors) != 1) {
      throw new BadValueException("Region size must be a power of 2.");
    }
    return value;
  }

  private static OptionValue size(String text, Sectors defaultUnit) throws BadValueException {
    try {
      SignedSize size = SizeParser.parse(text, defaultUnit);
      return new OptionValue(text, size.sign(), size.size().count(), Percent.NONE);
    } catch (SizeSyntaxException e) {
      throw new BadValueException(String.valueOf(e.getMessage()));
    }
  }

  private static OptionValue checkSign(
      OptionValue value, boolean plus, boolean minus, String problem) throws BadValueException {
    if ((value.sign() == Sign.PLUS && !plus) || (value.sign() == Sign.MINUS && !minus)) {
      throw new BadValueException(problem);
    }
    return value;
  }

  /** Index after {@code [+|-]digits}. */
  private static int endOfNumber(String text) throws BadValueException {
    int start = sign(text) == Sign.NONE ? 0 : 1;
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    if (end == start) {
      throw new BadValueException();
    }
    return end;
  }

  private static OptionValue number(String text, int end, Percent percent)
      throws BadValueException {
    Sign sign = sign(text);
    String digits = text.substring(sign == Sign.NONE ? 0 : 1, end);
    try {
      long unsigned = Long.parseUnsignedLong(digits);
      return new OptionValue(text, sign, unsigned < 0 ? Long.MAX_VALUE : unsigned, percent);
    } catch (NumberFormatException e) {
      throw new BadValueException();
    }
  }

  private static Sign sign(String text) {
    if (text.isEmpty()) {
      return Sign.NONE;
    }
    char first = text.charAt(0);
    return first == '+' ? Sign.PLUS : first == '-' ? Sign.MINUS : Sign.NONE;
  }
}
