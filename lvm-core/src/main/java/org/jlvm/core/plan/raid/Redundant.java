package org.jlvm.core.plan.raid;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.alloc.PvChoice;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.raid.RaidSegment;

/** Whether no physical volume holds parts of two images. */
final class Redundant {
  private Redundant() {}

  static void require(
      VolumeGroup vg,
      LogicalVolume lv,
      List<RaidParts.Pair> pairs,
      PvChoices pvs,
      Messages messages) {
    List<LogicalVolume> images = new ArrayList<>(pairs.size());
    List<LogicalVolume> metadata = new ArrayList<>(pairs.size());
    for (RaidParts.Pair pair : pairs) {
      images.add(pair.image());
      metadata.add(pair.metadata());
    }
    requireApart(vg, lv, images, pvs, messages);
    requireApart(vg, lv, metadata, pvs, messages);
  }

  /** The same for a volume of a group. */
  static void require(VolumeGroup vg, LogicalVolume lv, PvChoices pvs, Messages messages) {
    RaidSegment raid = (RaidSegment) lv.firstSegment();
    List<LogicalVolume> images = new ArrayList<>(raid.areas().size());
    for (Area area : raid.areas()) {
      images.add(vg.lv(((Area.OnLv) area).lv()));
    }
    List<LogicalVolume> metadata = new ArrayList<>(raid.metadataLvs().size());
    for (LvmId id : raid.metadataLvs()) {
      metadata.add(vg.lv(id));
    }
    requireApart(vg, lv, images, pvs, messages);
    requireApart(vg, lv, metadata, pvs, messages);
  }

  private static void requireApart(
      VolumeGroup vg,
      LogicalVolume lv,
      List<LogicalVolume> parts,
      PvChoices pvs,
      Messages messages) {
    for (PvChoice choice : pvs.choices()) {
      boolean used = false;
      for (LogicalVolume part : parts) {
        if (!isOn(part, choice.pv())) {
          continue;
        }
        if (used) {
          messages.error(
              "LV "
                  + vg.name()
                  + '/'
                  + part.name()
                  + " using PV "
                  + vg.pv(choice.pv()).deviceHint()
                  + " is not redundant.");
          throw new FailedException(
              "Insufficient suitable allocatable extents for logical volume "
                  + vg.name()
                  + '/'
                  + lv.name());
        }
        used = true;
      }
    }
  }

  /** Whether a volume has an area of its own on a physical volume. */
  static boolean isOn(LogicalVolume lv, LvmId pv) {
    for (Segment segment : lv.segments()) {
      for (Area area : segment.areas()) {
        if (area instanceof Area.OnPv onPv && onPv.pv().equals(pv)) {
          return true;
        }
      }
    }
    return false;
  }
}
