package org.jlvm.core.report.lvm;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.segtype.raid.RaidSegment;

/** {@code lv_layout} and {@code lv_role}. */
final class LvRoles {
  private static final List<String> RAID5_LAYOUTS =
      List.of("raid5_la", "raid5_ra", "raid5_ls", "raid5_rs");
  private static final List<String> RAID6_LAYOUTS = List.of("raid6_zr", "raid6_nr", "raid6_nc");

  private final VgFacts vg;
  private final LogicalVolume lv;
  private final LvKind kind;
  private final List<String> layout = new ArrayList<>(2);
  private final List<String> role = new ArrayList<>(3);
  private boolean isPublic = true;

  LvRoles(VgFacts vg, LogicalVolume lv) {
    this.vg = vg;
    this.lv = lv;
    this.kind = vg.kind(lv);
    if (kind.isMirror() || kind.isMirrorPart() || kind.isPvmove()) {
      addMirror();
    }
    if (kind.isRaidType()) {
      addRaid();
    }
    addSnapshot();
    if (layout.isEmpty()) {
      addPlain();
    }
    role.add(0, isPublic ? "public" : "private");
  }

  List<String> layout() {
    return layout;
  }

  List<String> role() {
    return role;
  }

  private void addMirror() {
    if (kind.isMirrorPart()) {
      role.add("mirror");
      boolean isLog = kind.part() == LvKind.Part.MIRROR_LOG;
      role.add(isLog ? "log" : "image");
      if (isLog && kind.isMirrored()) {
        layout.add("mirror");
      }
      isPublic = false;
    } else {
      if (kind.isPvmove()) {
        role.add("pvmove");
        isPublic = false;
      }
      layout.add("mirror");
    }
  }

  private void addRaid() {
    if (kind.isRaidPart()) {
      role.add("raid");
      role.add(kind.part() == LvKind.Part.RAID_METADATA ? "metadata" : "image");
      isPublic = false;
      return;
    }
    layout.add("raid");
    if (kind.isPvmove()) {
      role.add("pvmove");
      isPublic = false;
    } else if (lv.firstSegment() instanceof RaidSegment raid) {
      addLevel(raid.type().name());
    }
  }

  private void addLevel(String type) {
    if (type.startsWith("raid5")) {
      layout.add("raid5");
      addIf(type, RAID5_LAYOUTS);
    } else if (type.startsWith("raid6")) {
      layout.add("raid6");
      addIf(type, RAID6_LAYOUTS);
    } else if (type.startsWith("raid10")) {
      layout.add("raid10");
    } else if (!type.equals("raid0_meta")) {
      layout.add(type);
    }
  }

  private void addIf(String type, List<String> known) {
    if (known.contains(type)) {
      layout.add(type);
    }
  }

  private void addSnapshot() {
    if (kind.isOrigin()) {
      role.add("origin");
      role.add("thickorigin");
      if (kind.isVirtual()) {
        layout.add("virtual");
        isPublic = false;
      }
      if (vg.relations().snapshotsOf(lv.id()).size() > 1) {
        role.add("multithickorigin");
      }
    } else if (kind.isCow()) {
      role.add("snapshot");
      role.add("thicksnapshot");
    }
  }

  private void addPlain() {
    for (String name : new String[] {"linear", "striped", "error", "zero"}) {
      for (Segment segment : lv.segments()) {
        if (segment.displayName().equals(name)) {
          layout.add(name);
          break;
        }
      }
    }
    if (layout.isEmpty()) {
      layout.add("unknown");
    }
  }
}
