package org.jlvm.core.plan.lv;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Level;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.LvLocks;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.raid.RaidSegment;

/** Plans a new name; hidden volumes named after the volume follow. */
public final class LvRename {
  private LvRename() {}

  /**
   * The plan.
   *
   * @throws FailedException if the old name is not there or the new one is
   */
  public static Plan plan(VolumeGroup vg, String from, String to) {
    LogicalVolume lv =
        vg.findLv(from)
            .orElseThrow(
                () ->
                    new FailedException(
                        "Existing logical volume \""
                            + from
                            + "\" not found in volume group \""
                            + vg.name()
                            + '"'));
    if (vg.findLv(to).isPresent()) {
      throw new FailedException(
          "Logical Volume \"" + to + "\" already exists in volume group \"" + vg.name() + '"');
    }
    LvRelations relations = LvRelations.of(vg);
    requireNoRaidPart(relations, lv);
    if (!relations.isVisible(lv)) {
      throw new FailedException("Cannot rename internal LV \"" + from + "\".");
    }
    if (LvLocks.isLocked(vg, lv)) {
      throw new FailedException("Cannot rename locked LV " + from);
    }
    List<LogicalVolume> renamed = new ArrayList<>();
    renamed.add(lv.withName(new LvName(to)));
    for (LogicalVolume part : vg.lvs()) {
      if (!part.isVisible() && isPartOf(relations, part, lv.id()) && hasPrefix(part, from)) {
        String name = to + part.name().value().substring(from.length());
        renamed.add(part.withName(new LvName(name)));
      }
    }
    return Plan.of(vg)
        .commit(vg.withLvs(renamed), List.of(lv.id()))
        .tell(
            Level.INFO,
            "Renamed \"" + from + "\" to \"" + to + "\" in volume group \"" + vg.name() + '"')
        .add(new Step.Backup())
        .build();
  }

  private static boolean hasPrefix(LogicalVolume part, String name) {
    return part.name().value().startsWith(name + "_");
  }

  private static boolean isPartOf(LvRelations relations, LogicalVolume part, LvmId whole) {
    for (LvRelations.Snapshot snapshot : relations.snapshotsOf(part.id())) {
      if (relations.isVirtualOrigin(part) && snapshot.segment().cow().equals(whole)) {
        return true;
      }
    }
    for (LogicalVolume user : relations.usersOf(part.id())) {
      if (user.id().equals(whole) || isPartOf(relations, user, whole)) {
        return true;
      }
    }
    return false;
  }

  private static void requireNoRaidPart(LvRelations relations, LogicalVolume lv) {
    for (LogicalVolume user : relations.usersOf(lv.id())) {
      if (user.firstSegment() instanceof RaidSegment raid) {
        boolean metadata = raid.metadataLvs().contains(lv.id());
        throw new FailedException(
            "Cannot rename a RAID " + (metadata ? "metadata area" : "image") + " directly");
      }
    }
  }
}
