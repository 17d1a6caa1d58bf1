package org.jlvm.cli.parse;

import org.jlvm.core.units.Sign;

/**
 * The value given to an option, checked and read as its type wants.
 *
 * @param text as typed; of a tag, without a leading {@code @}
 * @param sign what stood before a number
 * @param number the number: sectors for sizes, 1 and 0 for yes and no, else 0
 * @param percent what the number is a percentage of
 */
public record OptionValue(String text, Sign sign, long number, Percent percent) {
  static OptionValue of(String text) {
    return new OptionValue(text, Sign.NONE, 0, Percent.NONE);
  }

  static OptionValue of(String text, long number) {
    return new OptionValue(text, Sign.NONE, number, Percent.NONE);
  }
}
