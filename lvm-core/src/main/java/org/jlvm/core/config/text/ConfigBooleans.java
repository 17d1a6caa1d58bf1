package org.jlvm.core.config.text;

import java.util.Optional;

/** Which values count as a boolean. */
public final class ConfigBooleans {
  private ConfigBooleans() {}

  /** The truth of a number or of one of lvm2's words, empty for anything else. */
  public static Optional<Boolean> parse(ConfigValue value) {
    if (value instanceof ConfigValue.IntegerValue number) {
      return Optional.of(number.value() != 0);
    }
    return value instanceof StringValue string ? parse(string.value()) : Optional.empty();
  }

  private static Optional<Boolean> parse(String word) {
    if (isOneOf(word, "y", "yes", "on", "true")) {
      return Optional.of(true);
    }
    return isOneOf(word, "n", "no", "off", "false") ? Optional.of(false) : Optional.empty();
  }

  private static boolean isOneOf(String word, String... words) {
    for (String candidate : words) {
      if (candidate.equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }
}
