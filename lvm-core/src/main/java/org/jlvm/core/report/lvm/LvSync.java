package org.jlvm.core.report.lvm;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.segtype.raid.RaidSegment;

/** What the kernel says of the copies of mirrors and RAID arrays. */
final class LvSync {
  /** What is wrong with an array or one of its images. */
  enum Health {
    GOOD,
    NEEDS_REFRESH,
    NEEDS_REPAIR,
    NEEDS_EITHER,
    MISMATCHES,
    RESHAPING
  }

  private LvSync() {}

  /** Whether a hidden image holds what its mirror or array holds. */
  static boolean isImageSynced(VgFacts vg, LogicalVolume lv, LvKind kind, LiveVolumes live) {
    if (vg.isVisible(lv) || kind.user().isEmpty() || !isActive(vg, lv, live)) {
      return false;
    }
    LogicalVolume whole = kind.user().get();
    Optional<TargetState> state = live.target(vg.state(), whole, whole.firstSegment());
    if (state.isPresent() && state.get() instanceof TargetState.Mirror mirror) {
      return mirror.inSync() == mirror.total();
    }
    if (state.isPresent() && state.get() instanceof TargetState.Raid raid) {
      int index = indexOf(lv, whole);
      return index >= 0 && index < raid.health().length() && raid.health().charAt(index) == 'A';
    }
    return false;
  }

  static Health health(VgFacts vg, LogicalVolume lv, LvKind kind, LiveVolumes live) {
    LogicalVolume whole = kind.isRaid() ? lv : kind.user().orElse(lv);
    if (!isActive(vg, lv, live)) {
      return Health.GOOD;
    }
    Optional<TargetState> state = live.target(vg.state(), whole, whole.firstSegment());
    if (state.isEmpty() || !(state.get() instanceof TargetState.Raid raid)) {
      return Health.GOOD;
    }
    Health lost = lostImages(vg, lv, whole, raid.health());
    if (lost != Health.GOOD || !kind.isRaid()) {
      return lost;
    }
    if (raid.mismatches() > 0) {
      return Health.MISMATCHES;
    }
    return raid.action().equals("reshape") ? Health.RESHAPING : Health.GOOD;
  }

  private static Health lostImages(
      VgFacts vg, LogicalVolume lv, LogicalVolume whole, String characters) {
    List<Area> images = whole.firstSegment().areas();
    if (images.size() != characters.length()) {
      return characters.indexOf('D') >= 0 ? Health.NEEDS_EITHER : Health.GOOD;
    }
    for (int i = 0; i < characters.length(); i++) {
      boolean asked = lv == whole || indexOf(lv, whole) == i;
      if (asked && characters.charAt(i) == 'D') {
        boolean gone =
            images.get(i) instanceof Area.OnLv onLv && vg.kind(vg.vg().lv(onLv.lv())).isVirtual();
        return gone ? Health.NEEDS_REPAIR : Health.NEEDS_REFRESH;
      }
    }
    return Health.GOOD;
  }

  /** The place of an image or metadata volume in its array; -1 if it has none. */
  private static int indexOf(LogicalVolume lv, LogicalVolume whole) {
    Segment segment = whole.firstSegment();
    for (int i = 0; i < segment.areas().size(); i++) {
      if (segment.areas().get(i) instanceof Area.OnLv onLv && onLv.lv().equals(lv.id())) {
        return i;
      }
    }
    return segment instanceof RaidSegment raid ? raid.metadataLvs().indexOf(lv.id()) : -1;
  }

  private static boolean isActive(VgFacts vg, LogicalVolume lv, LiveVolumes live) {
    return live.isAvailable() && live.device(vg.state(), lv).exists();
  }
}
