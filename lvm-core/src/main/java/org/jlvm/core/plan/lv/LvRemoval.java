package org.jlvm.core.plan.lv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.LvLocks;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;

/** Which volumes can go, and the group without them. */
public final class LvRemoval {
  private LvRemoval() {}

  /**
   * Refuses volumes that others are made of.
   *
   * @throws FailedException naming the volume and why
   */
  public static void requireRemovable(VolumeGroup vg, LogicalVolume lv) {
    String path = vg.name() + "/" + lv.name();
    LvRelations relations = LvRelations.of(vg);
    if (relations.isOrigin(lv.id())) {
      throw new FailedException("Can't remove logical volume " + path + " under snapshot.");
    }
    if (relations.isCow(lv.id())) {
      return;
    }
    for (LogicalVolume user : relations.usersOf(lv.id())) {
      throw new FailedException(
          "Can't remove logical volume " + path + ' ' + usedAs(lv, user) + '.');
    }
    if (LvLocks.isLocked(vg, lv)) {
      throw new FailedException("Can't remove locked logical volume " + path + '.');
    }
  }

  private static String usedAs(LogicalVolume lv, LogicalVolume user) {
    if (user.firstSegment() instanceof MirrorSegment mirror) {
      return mirror.log().equals(Optional.of(lv.id())) ? "used as mirror log" : "used by a mirror";
    }
    if (user.firstSegment() instanceof RaidSegment) {
      return "used as RAID device";
    }
    return "used by " + user.name();
  }

  /** The group without volumes and the hidden ones that exist only for them. */
  public static VolumeGroup without(VolumeGroup vg, Collection<LogicalVolume> removed) {
    LvRelations relations = LvRelations.of(vg);
    List<LvmId> gone = new ArrayList<>();
    for (LogicalVolume lv : removed) {
      gone.add(lv.id());
      relations.snapshotOfCow(lv.id()).ifPresent(snapshot -> gone.add(snapshot.hidden().id()));
      addParts(vg, relations, lv, gone);
    }
    return vg.withoutLvs(gone);
  }

  private static void addParts(
      VolumeGroup vg, LvRelations relations, LogicalVolume lv, List<LvmId> gone) {
    for (LogicalVolume part : vg.lvs()) {
      List<LogicalVolume> users = relations.usersOf(part.id());
      boolean only = users.size() == 1 && users.get(0).id().equals(lv.id());
      if (only && !part.isVisible() && !gone.contains(part.id())) {
        gone.add(part.id());
        addParts(vg, relations, part, gone);
      }
    }
  }
}
