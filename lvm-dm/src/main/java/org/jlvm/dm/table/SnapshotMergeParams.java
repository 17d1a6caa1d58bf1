package org.jlvm.dm.table;

import java.util.List;

/** Target snapshot-merge: the origin, while the snapshot's changes are copied back into it. */
public record SnapshotMergeParams(SnapshotStore store) implements TargetParams {
  static final String TYPE = "snapshot-merge";

  static SnapshotMergeParams parse(String text) {
    return new SnapshotMergeParams(SnapshotStore.read(new Words("snapshot-merge table", text)));
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
