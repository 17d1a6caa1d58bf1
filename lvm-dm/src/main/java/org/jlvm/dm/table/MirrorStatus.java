package org.jlvm.dm.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a mirror is in sync: {@code #legs device+ synced/regions 1 health #words log [device
 * health]}.
 *
 * @param regions regions in sync, of all
 * @param health a character for each leg: {@code A} alive, {@code D} dead by a write error, {@code
 *     S} failed to sync, {@code R} read error, {@code F} failed flush, {@code U} unknown
 * @param logDevice for a disk log
 * @param logHealth {@code A}, {@code D} or {@code F} for a disk log, else empty
 */
public record MirrorStatus(
    List<DeviceNumber> legs,
    Ratio regions,
    String health,
    String logType,
    Optional<DeviceNumber> logDevice,
    String logHealth)
    implements TargetStatus {

  public MirrorStatus {
    legs = List.copyOf(legs);
  }

  static MirrorStatus parse(String text) {
    Words words = new Words("mirror status", text);
    int count = words.count();
    List<DeviceNumber> legs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      legs.add(words.device());
    }
    Ratio regions = words.ratio();
    if (words.count() != 1) {
      throw words.error("has more than one group");
    }
    String health = words.word();
    int logWords = words.count();
    String logType = words.word();
    Optional<DeviceNumber> device = Optional.empty();
    String logHealth = "";
    if (logWords == 3) {
      device = Optional.of(words.device());
      logHealth = words.word();
    }
    words.end();
    return new MirrorStatus(legs, regions, health, logType, device, logHealth);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder().append(legs.size());
    for (DeviceNumber leg : legs) {
      text.append(' ').append(leg);
    }
    text.append(' ').append(regions).append(" 1 ").append(health);
    text.append(logDevice.isPresent() ? " 3 " : " 1 ").append(logType);
    if (logDevice.isPresent()) {
      text.append(' ').append(logDevice.get()).append(' ').append(logHealth);
    }
    return text.toString();
  }
}
