package org.jlvm.core.config;

import java.util.Optional;
import org.jlvm.core.units.DisplayUnit;

/** Checks of the few values that every command looks at, whatever it does. */
final class ValueCheck {
  private static final int SMALLEST_PV_KIB = 512;
  private static final String TIME_LETTERS = "aAbBcCdDeFGghHIjklmMpPrRsStTuUVwWxXyYzZ%";
  private static final String TIME_LETTERS_AFTER_E = "cCxXyY";
  private static final String TIME_LETTERS_AFTER_O = "deHImMSuUVwWy";

  private final LvmConfig config;
  private final ConfigSource source;

  /**
   * @param source the layer whose values are checked as they come in
   */
  ValueCheck(LvmConfig config, ConfigSource source) {
    this.config = config;
    this.source = source;
  }

  /** Warns of values that are replaced; returns what forbids to go on. */
  Optional<String> run() {
    warnOfReplacedValues();
    if (sets("activation/readahead")) {
      String readahead = config.string("activation/readahead", "auto");
      if (!readahead.equalsIgnoreCase("auto") && !readahead.equalsIgnoreCase("none")) {
        return Optional.of("Invalid readahead specification");
      }
    }
    if (sets("global/units")) {
      String units = config.string("global/units", "r");
      if (DisplayUnit.parse(units).isEmpty()) {
        return Optional.of("Unrecognised configuration setting for global/units: " + units);
      }
    }
    if (sets("report/time_format")) {
      Optional<String> problem = timeFormatProblem(config.string("report/time_format", "%s"));
      if (problem.isPresent()) {
        return problem;
      }
    }
    int refresh = config.integer("devices/device_ids_refresh", 10);
    return (refresh > 1 && refresh < 10) || refresh > 600
        ? Optional.of("Invalid device_ids_refresh value " + refresh)
        : Optional.empty();
  }

  private void warnOfReplacedValues() {
    if (sets("devices/dir")) {
      // Warns by itself of a value that is no string.
      config.string("devices/dir", "/dev");
    }
    if (sets("devices/external_device_info_source")) {
      String info = config.string("devices/external_device_info_source", "none");
      if (!info.equals("none") && !info.equals("udev")) {
        warn("WARNING: Unknown external device info source, using none.");
      }
    }
    if (sets("config/validate_metadata")) {
      String level = config.string("config/validate_metadata", "full");
      if (!level.equalsIgnoreCase("full") && !level.equalsIgnoreCase("none")) {
        warn("WARNING: Ignoring unknown validate_metadata setting: " + level + ".");
      }
    }
    if (sets("devices/pv_min_size")) {
      long size = config.number("devices/pv_min_size", SMALLEST_PV_KIB);
      if (size < SMALLEST_PV_KIB) {
        warn(
            "Ignoring too small pv_min_size "
                + size
                + "KB, using default "
                + SMALLEST_PV_KIB
                + "KB.");
      }
    }
  }

  private Optional<String> timeFormatProblem(String format) {
    String invalid = "Invalid time format \"" + format + "\" supplied.";
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c < ' ' || c == 0x7F) {
        config.messages().error("Configured time format contains non-printable characters.");
        return Optional.of(invalid);
      }
      if (c == '%') {
        String letters = TIME_LETTERS;
        i++;
        if (i < format.length() && (format.charAt(i) == 'E' || format.charAt(i) == 'O')) {
          letters = format.charAt(i) == 'E' ? TIME_LETTERS_AFTER_E : TIME_LETTERS_AFTER_O;
          i++;
        }
        if (i >= format.length() || letters.indexOf(format.charAt(i)) < 0) {
          return Optional.of(invalid);
        }
      }
    }
    return Optional.empty();
  }

  private boolean sets(String path) {
    return config.layer(source).isPresent() && config.layer(source).get().has(path);
  }

  private void warn(String text) {
    config.messages().warn(text);
  }
}
