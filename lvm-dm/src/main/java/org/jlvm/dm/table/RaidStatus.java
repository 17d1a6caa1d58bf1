package org.jlvm.dm.table;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * State of a raid array: {@code level #devices health synced/total [action mismatches [data_offset
 * [journal]]]}; what stands in brackets came with later drivers.
 *
 * @param devices how many devices the table has
 * @param health a character for each device: {@code A} alive and in sync, {@code a} alive but not
 *     in sync, {@code D} dead; for fewer where the array began with some of them missing
 * @param synced sectors
 * @param action {@code idle}, {@code frozen}, {@code resync}, {@code recover}, {@code check},
 *     {@code repair} or {@code reshape}
 * @param mismatches sectors found different by a check
 */
public record RaidStatus(
    String level,
    long devices,
    String health,
    Ratio synced,
    Optional<String> action,
    OptionalLong mismatches,
    OptionalLong dataOffset,
    Optional<String> journal)
    implements TargetStatus {

  static RaidStatus parse(String text) {
    Words words = new Words("raid status", text);
    String level = words.word();
    long devices = words.number();
    String health = words.word();
    Ratio synced = words.ratio();
    Optional<String> action = words.hasNext() ? Optional.of(words.word()) : Optional.empty();
    OptionalLong mismatches = optionalNumber(words);
    OptionalLong dataOffset = optionalNumber(words);
    Optional<String> journal = words.hasNext() ? Optional.of(words.word()) : Optional.empty();
    words.end();
    return new RaidStatus(level, devices, health, synced, action, mismatches, dataOffset, journal);
  }

  private static OptionalLong optionalNumber(Words words) {
    return words.hasNext() ? OptionalLong.of(words.number()) : OptionalLong.empty();
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(level);
    text.append(' ').append(devices).append(' ').append(health).append(' ').append(synced);
    action.ifPresent(word -> text.append(' ').append(word));
    mismatches.ifPresent(number -> text.append(' ').append(number));
    dataOffset.ifPresent(number -> text.append(' ').append(number));
    journal.ifPresent(word -> text.append(' ').append(word));
    return text.toString();
  }
}
