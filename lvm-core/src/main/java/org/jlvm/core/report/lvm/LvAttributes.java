package org.jlvm.core.report.lvm;

import java.util.Optional;
import org.jlvm.core.engine.activation.LvStatus;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;

/** The ten characters of {@code lv_attr} (lvs(8)). */
final class LvAttributes {
  private final VgFacts vg;
  private final LogicalVolume lv;
  private final LvKind kind;
  private final LiveVolumes live;

  LvAttributes(VgFacts vg, LogicalVolume lv, LiveVolumes live) {
    this.vg = vg;
    this.lv = lv;
    this.kind = vg.kind(lv);
    this.live = live;
  }

  String text() {
    char permission = permission();
    char state = 'X';
    char open = 'X';
    if (live.isAvailable()) {
      LvStatus device = live.device(vg.state(), lv);
      state = state(device);
      open = device.isOpen() ? 'o' : '-';
      if (device.exists() && device.readOnly() && permission != 'r') {
        permission = 'R';
      }
    }
    return new StringBuilder(10)
        .append(type())
        .append(permission)
        .append(allocation())
        .append(lv.flags().has(Flag.FIXED_MINOR) ? 'm' : '-')
        .append(state)
        .append(open)
        .append(target())
        .append('-')
        .append(health())
        .append(lv.flags().has(Flag.ACTIVATION_SKIP) ? 'k' : '-')
        .toString();
  }

  private char type() {
    if (kind.isPvmove()) {
      return 'p';
    }
    if (kind.isConverting()) {
      return 'c';
    }
    if (kind.isOrigin()) {
      return kind.isMergingOrigin() ? 'O' : 'o';
    }
    if (kind.part() == LvKind.Part.RAID_METADATA) {
      return 'e';
    }
    boolean synced = !lv.flags().has(Flag.NOTSYNCED);
    if (kind.isRaid()) {
      return synced ? 'r' : 'R';
    }
    if (kind.isMirror()) {
      return synced ? 'm' : 'M';
    }
    if (kind.isVirtual()) {
      return 'v';
    }
    return switch (kind.part()) {
      case MIRROR_IMAGE, RAID_IMAGE -> isImageSynced() ? 'i' : 'I';
      case MIRROR_LOG -> 'l';
      default -> kind.isCow() ? (kind.isMergingCow() ? 'S' : 's') : '-';
    };
  }

  private boolean isImageSynced() {
    return LvSync.isImageSynced(vg, lv, kind, live);
  }

  private char permission() {
    if (kind.isPvmove()) {
      return '-';
    }
    return lv.isWritable() ? 'w' : lv.flags().has(Flag.READ) ? 'r' : '-';
  }

  private char allocation() {
    char policy = lv.allocation().attributeCharacter();
    return isLocked(lv) ? Character.toUpperCase(policy) : policy;
  }

  /** A volume is locked if any that it is made of is. */
  private boolean isLocked(LogicalVolume volume) {
    if (volume.flags().has(Flag.LOCKED)) {
      return true;
    }
    for (Segment segment : volume.segments()) {
      for (Area area : segment.areas()) {
        if (area instanceof Area.OnLv onLv && isLocked(vg.vg().lv(onLv.lv()))) {
          return true;
        }
      }
      for (LvmId companion : segment.companions()) {
        if (!kind.isOrigin() && isLocked(vg.vg().lv(companion))) {
          return true;
        }
      }
    }
    return false;
  }

  private char state(LvStatus device) {
    if (!device.exists()) {
      return '-';
    }
    char usual =
        device.suspended() ? 's' : device.liveTable() ? 'a' : device.inactiveTable() ? 'i' : 'd';
    Optional<TargetState> target =
        (kind.isCow() || kind.isMergingOrigin()) && device.liveTable()
            ? live.target(vg.state(), lv, lv.firstSegment())
            : Optional.empty();
    if (target.isPresent() && target.get() instanceof TargetState.Snapshot snapshot) {
      if (snapshot.invalid()) {
        return device.suspended() ? 'S' : 'I';
      }
      if (snapshot.mergeFailed()) {
        return device.suspended() ? 'M' : 'm';
      }
    }
    return usual;
  }

  private char target() {
    if (kind.isRaidType()) {
      return 'r';
    }
    if (kind.isMirror() || kind.isMirrorPart() || kind.isPvmove()) {
      return 'm';
    }
    if (kind.isCow() || kind.isOrigin()) {
      return 's';
    }
    return kind.hasUnknownSegments() ? 'u' : kind.isVirtual() ? 'v' : '-';
  }

  private char health() {
    if (vg.isPartial(lv)) {
      return 'p';
    }
    if (!kind.isRaidType()) {
      return '-';
    }
    if (!live.isAvailable()) {
      return 'X';
    }
    return switch (LvSync.health(vg, lv, kind, live)) {
      case NEEDS_REFRESH, NEEDS_REPAIR, NEEDS_EITHER -> 'r';
      case MISMATCHES -> 'm';
      case RESHAPING -> 's';
      case GOOD -> !kind.isRaid() && lv.flags().has(Flag.WRITEMOSTLY) ? 'w' : '-';
    };
  }
}
