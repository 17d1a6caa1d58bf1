package org.jlvm.dm.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Target mirror: the same sectors on every leg. Text: {@code log #legs [device start]+ [#features
 * feature*]}.
 *
 * @param handleErrors whether a failing leg is reported and left out, rather than ignored
 * @param keepLog whether a leg's failure is not taken as a reason to drop the log
 */
public record MirrorParams(
    MirrorLog log, List<DeviceArea> legs, boolean handleErrors, boolean keepLog)
    implements TargetParams {
  static final String TYPE = "mirror";

  public MirrorParams {
    legs = List.copyOf(legs);
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("a mirror needs legs");
    }
  }

  static MirrorParams parse(String text) {
    Words words = new Words("mirror table", text);
    MirrorLog log = MirrorLog.read(words);
    int count = words.count();
    if (count == 0) {
      throw words.error("has no legs");
    }
    List<DeviceArea> legs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      legs.add(DeviceArea.read(words));
    }
    boolean handleErrors = false;
    boolean keepLog = false;
    int features = words.hasNext() ? words.count() : 0;
    for (int i = 0; i < features; i++) {
      switch (words.word()) {
        case "handle_errors" -> handleErrors = true;
        case "keep_log" -> keepLog = true;
        default -> throw words.error("has an unknown feature");
      }
    }
    words.end();
    return new MirrorParams(log, legs, handleErrors, keepLog);
  }

  @Override
  public String targetType() {
    return TYPE;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(log).append(' ').append(legs.size());
    for (DeviceArea leg : legs) {
      text.append(' ').append(leg);
    }
    int features = (handleErrors ? 1 : 0) + (keepLog ? 1 : 0);
    if (features > 0) {
      text.append(' ').append(features);
    }
    if (handleErrors) {
      text.append(" handle_errors");
    }
    if (keepLog) {
      text.append(" keep_log");
    }
    return text.toString();
  }

  @Override
  public List<DeviceNumber> devices() {
    List<DeviceNumber> devices = new ArrayList<>(legs.size() + 1);
    log.device().ifPresent(devices::add);
    for (DeviceArea leg : legs) {
      devices.add(leg.device());
    }
    return devices;
  }
}
