package org.jlvm.core.engine.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
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

  private final Messages messages;
  private final Map<String, Long> numbers = new HashMap<>();
  private Optional<LvmId> pvId = Optional.empty();
  private Optional<String> backupFile = Optional.empty();

  private PvckSettings(Messages messages) {
    this.messages = messages;
  }

  /**
   * Reads {@code key=value} pairs.
   *
   * @throws FailedException if there is anything else
   */
  public static PvckSettings parse(List<String> texts, Messages messages) {
    PvckSettings settings = new PvckSettings(messages);
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

  /** A key may have anything behind its name, as with lvm2, and so may a number. */
  private void put(String key, String value) {
    if (key.startsWith("backup_file")) {
      backupFile = Optional.of(value);
    } else if (key.startsWith("pv_uuid")) {
      if (!LvmId.isParsable(value)) {
        messages.error("Failed to parse UUID from pv_uuid setting.");
        throw new FailedException("Invalid setting: " + key);
      }
      pvId = Optional.of(LvmId.parse(value));
    } else {
      putNumber(key, value);
    }
  }

  private void putNumber(String key, String value) {
    for (String known : NUMBERS) {
      int sign = value.startsWith("-") || value.startsWith("+") ? 1 : 0;
      int end = sign;
      while (end < value.length() && Character.digit(value.charAt(end), 10) >= 0) {
        end++;
      }
      if (key.startsWith(known) && end > sign) {
        long number = unsigned(value.substring(sign, end));
        numbers.put(known, value.startsWith("-") ? -number : number);
        return;
      }
    }
    throw new FailedException("Invalid setting: " + key);
  }

  private static long unsigned(String digits) {
    try {
      return Long.parseUnsignedLong(digits);
    } catch (NumberFormatException e) {
      return -1;
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

  /** The backup that is to be made text for a disk. */
  public Optional<String> backupFile() {
    return backupFile;
  }

  Optional<LvmId> pvId() {
    return pvId;
  }
}
