package org.jlvm.activation.tree;

import java.util.Optional;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;

/** What the volumes of one group are to each other, as far as devices are concerned. */
public final class VolumeRoles {
  private static final String PRIVATE = "real";

  private final VgState state;
  private final boolean marked;
  private final LvRelations relations;

  /**
   * @param marked whether the uuids of parts end with a mark
   */
  public VolumeRoles(VgState state, boolean marked) {
    this.state = state;
    this.marked = marked;
    this.relations = LvRelations.of(state.vg());
  }

  public VgState state() {
    return state;
  }

  public LvRelations relations() {
    return relations;
  }

  /** What the uuid of a volume's top device ends with. */
  public String privateSuffix(LogicalVolume lv) {
    return marked && isPrivate(lv) ? PRIVATE : "";
  }

  /** Whether a volume serves others only: as a part of an array, or while data are moved. */
  public boolean isPrivate(LogicalVolume lv) {
    boolean hiddenPart = isPartOfArray(lv) && !relations.isVisible(lv);
    boolean copying = lv.name().value().contains("_mimagetmp_");
    return hiddenPart || copying || lv.flags().has(Flag.PVMOVE);
  }

  /** Whether a volume is an image, log or metadata volume of a mirror or RAID array. */
  public boolean isPartOfArray(LogicalVolume lv) {
    for (LogicalVolume user : relations.usersOf(lv.id())) {
      for (Segment segment : user.segments()) {
        if (segment instanceof RaidSegment || segment instanceof MirrorSegment) {
          if (isMadeOf(segment, lv.id())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isMadeOf(Segment segment, LvmId lv) {
    for (Area area : segment.areas()) {
      if (area instanceof Area.OnLv onLv && onLv.lv().equals(lv)) {
        return true;
      }
    }
    return segment.companions().contains(lv);
  }

  /** Whether a volume is an image or metadata volume of a RAID array. */
  boolean isPartOfRaid(LogicalVolume lv) {
    for (LogicalVolume user : relations.usersOf(lv.id())) {
      if (!user.segments().isEmpty() && user.firstSegment() instanceof RaidSegment) {
        return true;
      }
    }
    return false;
  }

  /**
   * The volume through which the devices of another are switched: the origin of a snapshot, the
   * mirror of a leg; itself if it stands alone.
   */
  public LogicalVolume holder(LogicalVolume lv) {
    Optional<LvRelations.Snapshot> snapshot = relations.snapshotOfCow(lv.id());
    if (snapshot.isPresent()) {
      return holder(state.vg().lv(snapshot.get().segment().origin()));
    }
    if (relations.isVisible(lv) || lv.flags().has(Flag.PVMOVE)) {
      return lv;
    }
    for (LogicalVolume user : relations.usersOf(lv.id())) {
      if (!LvRelations.isSnapshotLink(user)) {
        return holder(user);
      }
    }
    return lv;
  }
}
