package org.jlvm.activation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jlvm.activation.live.Changes;
import org.jlvm.activation.live.LiveDevice;
import org.jlvm.activation.node.DeviceNames;
import org.jlvm.activation.node.Layer;
import org.jlvm.activation.tree.TreeBuilder;
import org.jlvm.activation.tree.VolumeRoles;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.QueryMode;
import org.jlvm.dm.StatusReport;
import org.jlvm.dm.table.MirrorStatus;
import org.jlvm.dm.table.RaidStatus;
import org.jlvm.dm.table.SnapshotStatus;
import org.jlvm.dm.table.StatusLine;

/** What targets say of themselves, asked once a device until devices change. */
final class Statuses {
  private final Changes changes;
  private final Map<DmUuid, Optional<StatusReport>> known = new HashMap<>();

  Statuses(Changes changes) {
    this.changes = changes;
  }

  /** The state of the target that serves a segment; for a snapshot's store, of the snapshot. */
  Optional<TargetState> of(VolumeRoles roles, LogicalVolume lv, Segment segment) {
    Optional<LvRelations.Snapshot> snapshot = roles.relations().snapshotOfCow(lv.id());
    if (snapshot.isEmpty()) {
      Sectors start = roles.state().vg().extentSize().times(segment.start());
      Optional<TargetState> top = at(roles, lv, start);
      boolean below = top.isEmpty() && roles.relations().isOrigin(lv.id());
      return below ? at(dataReport(roles, lv), start) : top;
    }
    if (snapshot.get().segment().merging()) {
      LogicalVolume origin = roles.state().vg().lv(snapshot.get().segment().origin());
      Optional<TargetState> merge = at(roles, origin, Sectors.ZERO);
      if (merge.isPresent() && merge.get() instanceof TargetState.Snapshot) {
        return merge;
      }
      // It has not begun: the snapshot is one as before.
    }
    return at(roles, lv, Sectors.ZERO);
  }

  private Optional<TargetState> at(VolumeRoles roles, LogicalVolume lv, Sectors start) {
    return at(report(roles, lv), start);
  }

  /** Of the device with the data of an origin, below the one that keeps its snapshots. */
  private Optional<StatusReport> dataReport(VolumeRoles roles, LogicalVolume origin) {
    DmUuid uuid = DeviceNames.uuid(roles.state().vg().id(), origin.id(), Layer.REAL.suffix());
    return known.computeIfAbsent(uuid, key -> report(changes.live().find(key, Optional.empty())));
  }

  private Optional<StatusReport> report(Optional<LiveDevice> device) {
    return device
        .map(LiveDevice::ref)
        .flatMap(ref -> changes.driver().status(ref, QueryMode.ACTIVE_NO_FLUSH));
  }

  private static Optional<TargetState> at(Optional<StatusReport> report, Sectors start) {
    if (report.isEmpty()) {
      return Optional.empty();
    }
    for (StatusLine line : report.get().lines()) {
      if (line.start().equals(start)) {
        return state(line);
      }
    }
    return Optional.empty();
  }

  void forget() {
    known.clear();
  }

  private Optional<StatusReport> report(VolumeRoles roles, LogicalVolume lv) {
    DmUuid uuid = TreeBuilder.topUuid(roles, lv);
    return known.computeIfAbsent(
        uuid, key -> report(changes.live().find(key, TreeBuilder.formerTopUuid(roles, lv))));
  }

  private static Optional<TargetState> state(StatusLine line) {
    if (line.status() instanceof SnapshotStatus status) {
      return Optional.of(state(status));
    }
    if (line.status() instanceof MirrorStatus status) {
      return Optional.of(
          new TargetState.Mirror(
              status.regions().done(),
              status.regions().total(),
              status.health(),
              status.logHealth()));
    }
    if (line.status() instanceof RaidStatus status) {
      return Optional.of(
          new TargetState.Raid(
              status.synced().done(),
              status.synced().total(),
              status.health(),
              status.action().orElse(""),
              status.mismatches().orElse(0)));
    }
    return Optional.empty();
  }

  private static TargetState state(SnapshotStatus status) {
    Optional<SnapshotStatus.Usage> usage = status.usage();
    long used = usage.map(u -> u.allocated().count()).orElse(0L);
    long total = usage.map(u -> u.total().count()).orElse(0L);
    long metadata = usage.map(u -> u.metadata().count()).orElse(0L);
    boolean mergeFailed = status.state() == SnapshotStatus.State.MERGE_FAILED;
    boolean invalid =
        status.state() == SnapshotStatus.State.INVALID
            || status.state() == SnapshotStatus.State.OVERFLOW;
    return new TargetState.Snapshot(used, total, metadata, invalid, mergeFailed);
  }
}
