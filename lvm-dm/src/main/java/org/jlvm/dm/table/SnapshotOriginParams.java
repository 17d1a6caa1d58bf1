package org.jlvm.dm.table;

import java.util.List;

/**
 * Target snapshot-origin: reads go through; before a write the old data is copied to every snapshot
 * of the device. Text: {@code device}.
 */
public record SnapshotOriginParams(DeviceNumber origin) implements TargetParams {
  static final String TYPE = "snapshot-origin";

  static SnapshotOriginParams parse(String text) {
    Words words = new Words("snapshot-origin table", text);
    SnapshotOriginParams result = new SnapshotOriginParams(words.device());
    words.end();
    return result;
  }

  @Override
  public String targetType() {
    return TYPE;
  }

  @Override
  public String text() {
    return origin.toString();
  }

  @Override
  public List<DeviceNumber> devices() {
    return List.of(origin);
  }
}
