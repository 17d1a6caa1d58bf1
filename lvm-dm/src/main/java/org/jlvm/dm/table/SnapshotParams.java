package org.jlvm.dm.table;

import java.util.List;

/** Target snapshot: the origin as it was, with what has been written to the snapshot since. */
public record SnapshotParams(SnapshotStore store) implements TargetParams {
  static final String TYPE = "snapshot";

  static SnapshotParams parse(String text) {
    return new SnapshotParams(SnapshotStore.read(new Words("snapshot table", text)));
  }

  @Override
  public String targetType() {
    return TYPE;
  }

  @Override
  public String text() {
    return store.toString();
  }

  @Override
  public List<DeviceNumber> devices() {
    return store.devices();
  }
}
