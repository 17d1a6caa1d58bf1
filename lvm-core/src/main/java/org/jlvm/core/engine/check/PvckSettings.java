package org.jlvm.core.engine.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LvmId;

/**
 * What the user knows better than the disk ({@code --settings}, pvck(8)); sizes and offsets in
 * bytes.
 */
public final class PvckSettings {
  private static final List<String> NUMBERS =
      List.of(
          "metadata_offset",
          "seqno",
          "mda_offset",
          "mda_size",
          "mda2_offset",
          "mda2_size",
          "device_size",
          "data_offset",
          "mda_num");

  private final Map<String, Long> numbers = new HashMap<>();
  private Optional<LvmId> pvId = Optional.empty();

  /**
   * Reads {@code key=value} pairs.
   *
   * @throws FailedException if there is anything else
   */
  public static PvckSettings parse(List<String> texts) {
    PvckSettings settings = new PvckSettings();
    for (String text : texts) {
      settings.parse(text);
    }
    return settings;
  }

  private void parse(String text) {
    int at = 0;
    while (at < text.length()) {
      int equals = text.indexOf('=', at);
      String key = equals < 0 ? "" : text.substring(at, equals).trim();
      int from = equals + 1;
      while (from < text.length() && text.charAt(from) == ' ') {
        from++;
      }
      int to = from;
      while (to < text.length() && text.charAt(to) != ' ') {
        to++;
      }
      if (key.isEmpty() || from == to) {
        throw new FailedException("Invalid setting at: " + text.substring(at));
      }
      put(key, text.substring(from, to));
      at = to;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }
  }

  private void put(String key, String value) {
    if (key.equals("pv_uuid")) {
      if (!LvmId.isParsable(value)) {
        throw new FailedException("Failed to parse UUID from pv_uuid setting.");
      }
      pvId = Optional.of(LvmId.parse(value));
      return;
    }
    if (key.equals("backup_file")) {
      return;
    }
    if (!NUMBERS.contains(key)) {
      throw new FailedException("Invalid setting: " + key);
    }
    try {
      numbers.put(key, Long.parseUnsignedLong(value));
    } catch (NumberFormatException e) {
      throw new FailedException("Invalid setting: " + key, e);
    }
  }

  OptionalLong number(String key) {
    Long value = numbers.get(key);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  boolean has(String key) {
    return numbers.containsKey(key);
  }

  /** Which metadata area: 1 or 2; 0 if not said. */
  long areaNumber() {
    return number("mda_num").orElse(0);
  }

  Optional<LvmId> pvId() {
    return pvId;
  }
}
