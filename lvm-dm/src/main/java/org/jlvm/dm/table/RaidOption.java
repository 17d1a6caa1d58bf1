package org.jlvm.dm.table;

import java.util.OptionalLong;

/**
 * One optional parameter of target raid.
 *
 * @param value what follows the key's name; absent for the keys that stand alone
 * @param word the same for the keys whose value is a word, else empty
 */
public record RaidOption(Key key, OptionalLong value, String word) {

  /** The kernel's keys (dm-raid). Units of the numbers as there. */
  public enum Key {
    SYNC("sync", Takes.NOTHING),
    NOSYNC("nosync", Takes.NOTHING),
    /** Index of a device to fill anew; may be repeated. */
    REBUILD("rebuild", Takes.NUMBER),
    /** Milliseconds between bitmap writes. */
    DAEMON_SLEEP("daemon_sleep", Takes.NUMBER),
    /** KiB a second and disk. */
    MIN_RECOVERY_RATE("min_recovery_rate", Takes.NUMBER),
    /** KiB a second and disk. */
    MAX_RECOVERY_RATE("max_recovery_rate", Takes.NUMBER),
    /** Index of a device to read from last; may be repeated. */
    WRITE_MOSTLY("write_mostly", Takes.NUMBER),
    /** Sectors. */
    MAX_WRITE_BEHIND("max_write_behind", Takes.NUMBER),
    /** Sectors. */
    STRIPE_CACHE("stripe_cache", Takes.NUMBER),
    /** Sectors. */
    REGION_SIZE("region_size", Takes.NUMBER),
    RAID10_COPIES("raid10_copies", Takes.NUMBER),
    RAID10_FORMAT("raid10_format", Takes.WORD),
    /** Devices added, or taken away if negative. */
    DELTA_DISKS("delta_disks", Takes.NUMBER),
    /** Sectors. */
    DATA_OFFSET("data_offset", Takes.NUMBER),
    JOURNAL_DEVICE("journal_dev", Takes.WORD),
    JOURNAL_MODE("journal_mode", Takes.WORD),
    RAID10_USE_NEAR_SETS("raid10_use_near_sets", Takes.NOTHING);

    private enum Takes {
      NOTHING,
      NUMBER,
      WORD
    }

    private final String text;
    private final Takes takes;

    Key(String text, Takes takes) {
      this.text = text;
      this.takes = takes;
    }

    public String text() {
      return text;
    }
  }

  public RaidOption {
    if (value.isPresent() != (key.takes == Key.Takes.NUMBER)
        || word.isEmpty() != (key.takes != Key.Takes.WORD)) {
      throw new IllegalArgumentException("wrong kind of value for raid option " + key.text);
    }
  }

  public static RaidOption of(Key key) {
    return new RaidOption(key, OptionalLong.empty(), "");
  }

  public static RaidOption of(Key key, long value) {
    return new RaidOption(key, OptionalLong.of(value), "");
  }

  public static RaidOption of(Key key, String word) {
    return new RaidOption(key, OptionalLong.empty(), word);
  }

  static RaidOption read(Words words) {
    String name = words.word();
    for (Key key : Key.values()) {
      if (key.text.equals(name)) {
        return switch (key.takes) {
          case NOTHING -> of(key);
          case NUMBER -> of(key, number(words));
          case WORD -> of(key, words.word());
        };
      }
    }
    throw words.error("has an unknown parameter " + name);
  }

  private static long number(Words words) {
    String word = words.word();
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException e) {
      throw words.error("has '" + word + "' where a number belongs");
    }
  }

  /** How many words the text has. */
  int words() {
    return key.takes == Key.Takes.NOTHING ? 1 : 2;
  }

  @Override
  public String toString() {
    return switch (key.takes) {
      case NOTHING -> key.text;
      case NUMBER -> key.text + " " + value.getAsLong();
      case WORD -> key.text + " " + word;
    };
  }
}
