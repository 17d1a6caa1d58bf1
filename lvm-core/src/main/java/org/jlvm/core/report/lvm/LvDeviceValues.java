package org.jlvm.core.report.lvm;

import java.util.Optional;
import org.jlvm.core.engine.activation.LvStatus;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.mirror.MoveProgress;

/** Values of {@link LvDeviceField}. */
final class LvDeviceValues {
  private final Rendering rendering;
  private final LiveVolumes live;

  LvDeviceValues(Rendering rendering, LiveVolumes live) {
    this.rendering = rendering;
    this.live = live;
  }

  Cell cell(LvDeviceField field, LvmRow row) {
    LvStatus device = LvStatus.INACTIVE;
    Optional<TargetState> target = Optional.empty();
    if (row.lv().isPresent() && live.isAvailable()) {
      device = live.device(row.vg().orElseThrow().state(), row.lv().get());
      target = device.exists() ? target(row, field) : target;
    }
    return switch (field) {
      case LV_ATTR -> Cell.text(attributes(row));
      case LV_KERNEL_MAJOR -> Cell.number(device.exists() ? device.major().orElse(-1) : -1);
      case LV_KERNEL_MINOR -> Cell.number(device.exists() ? device.minor().orElse(-1) : -1);
      case LV_KERNEL_READ_AHEAD -> readAhead(row, device);
      case LV_PERMISSIONS -> Cell.text(permissions(row, device));
      case LV_SUSPENDED -> flag(device, device.suspended(), "suspended");
      case LV_LIVE_TABLE -> flag(device, device.liveTable(), "live table present");
      case LV_INACTIVE_TABLE -> flag(device, device.inactiveTable(), "inactive table present");
      case LV_DEVICE_OPEN -> flag(device, device.isOpen(), "open");
      case LV_HEALTH_STATUS -> Cell.text(health(row));
      case LV_CHECK_NEEDED -> rendering.unknownFlag();
      case LV_MERGE_FAILED, LV_SNAPSHOT_INVALID -> snapshotFlag(field, target);
      case DATA_PERCENT, SNAP_PERCENT -> storePercent(target);
      case COPY_PERCENT, SYNC_PERCENT -> syncPercent(row, target);
      default -> field.type().isText() ? Cell.EMPTY : Cell.UNDEFINED;
    };
  }

  private Optional<TargetState> target(LvmRow row, LvDeviceField field) {
    LogicalVolume lv = row.lv().orElseThrow();
    boolean needed =
        switch (field) {
          case DATA_PERCENT,
              SNAP_PERCENT,
              COPY_PERCENT,
              SYNC_PERCENT,
              LV_MERGE_FAILED,
              LV_SNAPSHOT_INVALID ->
              true;
          default -> false;
        };
    if (!needed || lv.segments().isEmpty()) {
      return Optional.empty();
    }
    // Of a move, only the segment that is being copied tells anything.
    Segment segment =
        MoveProgress.running(lv)
            .filter(MirrorSegment::isMove)
            .<Segment>map(running -> running)
            .orElse(row.segment().orElse(lv.firstSegment()));
    return live.target(row.vg().orElseThrow().state(), lv, segment);
  }

  private String attributes(LvmRow row) {
    return row.lv().isPresent()
        ? new LvAttributes(row.vg().orElseThrow(), row.lv().get(), live).text()
        : "";
  }

  private Cell readAhead(LvmRow row, LvStatus device) {
    if (!device.exists()) {
      return Cell.number(-1);
    }
    return rendering.size(
        live.readAhead(row.vg().orElseThrow().state(), row.lv().orElseThrow()).orElse(0));
  }

  private static String permissions(LvmRow row, LvStatus device) {
    if (row.lv().isEmpty()) {
      return "unknown";
    }
    LogicalVolume lv = row.lv().get();
    if (lv.flags().has(Flag.PVMOVE)) {
      return "";
    }
    if (lv.isWritable()) {
      return !device.exists() ? "unknown" : device.readOnly() ? "read-only-override" : "writeable";
    }
    return lv.flags().has(Flag.READ) ? "read-only" : "unknown";
  }

  private Cell flag(LvStatus device, boolean set, String word) {
    return device.exists() ? rendering.flag(set, word) : rendering.unknownFlag();
  }

  private String health(LvmRow row) {
    if (row.lv().isEmpty()) {
      return "";
    }
    VgFacts vg = row.vg().orElseThrow();
    LogicalVolume lv = row.lv().get();
    if (vg.isPartial(lv)) {
      return "partial";
    }
    LvKind kind = vg.kind(lv);
    if (!kind.isRaidType()) {
      return "";
    }
    if (!live.isAvailable()) {
      return "unknown";
    }
    return switch (LvSync.health(vg, lv, kind, live)) {
      case NEEDS_REFRESH -> "refresh needed";
      case NEEDS_REPAIR -> "repair needed";
      case NEEDS_EITHER -> "refresh or repair needed";
      case MISMATCHES -> "mismatches exist";
      case GOOD, RESHAPING ->
          !kind.isRaid() && lv.flags().has(Flag.WRITEMOSTLY) ? "writemostly" : "";
    };
  }

  private Cell snapshotFlag(LvDeviceField field, Optional<TargetState> target) {
    if (target.isEmpty() || !(target.get() instanceof TargetState.Snapshot snapshot)) {
      return rendering.unknownFlag();
    }
    return field == LvDeviceField.LV_MERGE_FAILED
        ? rendering.flag(snapshot.mergeFailed(), "merge failed")
        : rendering.flag(snapshot.invalid(), "snapshot invalid");
  }

  private static Cell storePercent(Optional<TargetState> target) {
    if (target.isEmpty()
        || !(target.get() instanceof TargetState.Snapshot snapshot)
        || snapshot.mergeFailed()) {
      return Cell.UNDEFINED;
    }
    return Percents.used(snapshot);
  }

  private static Cell syncPercent(LvmRow row, Optional<TargetState> target) {
    if (target.isPresent() && target.get() instanceof TargetState.Raid raid) {
      return Percents.of(raid.inSync(), raid.total());
    }
    if (target.isPresent() && target.get() instanceof TargetState.Mirror mirror) {
      LogicalVolume lv = row.lv().orElseThrow();
      if (lv.flags().has(Flag.PVMOVE)) {
        long done = MoveProgress.extentsDone(lv, mirror.inSync(), mirror.total());
        return Percents.of(done, lv.extentCount());
      }
      return Percents.of(mirror.inSync(), mirror.total());
    }
    return Cell.UNDEFINED;
  }
}
