package org.jlvm.core.plan.lv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.GeneratedNames;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.snapshot.SnapshotSegment;
import org.jlvm.core.units.Sectors;

/**
 * The hidden volume that ties an exception store to its origin.
 *
 * @param origin the frozen volume
 * @param store the exception store, which users take for the snapshot
 * @param chunk size of a chunk
 * @param id of the hidden volume
 * @param creation of the hidden volume
 */
public record SnapshotLink(
    LvmId origin, LvmId store, Sectors chunk, LvmId id, Optional<LogicalVolume.Creation> creation) {

  /** The group with the tie; the store is hidden from then on. */
  public VolumeGroup added(VolumeGroup vg) {
    long length = vg.lv(origin).extentCount();
    SegmentHead head = SegmentHead.of(0, length);
    LogicalVolume link =
        new LogicalVolume.Builder(id, GeneratedNames.next(vg, "snapshot"))
            .flags(Flags.of(Flags.Owner.LV, Flag.READ, Flag.WRITE, Flag.VISIBLE))
            .creation(creation)
            .segments(List.of(new SnapshotSegment(head, chunk, origin, store, false)))
            .build();
    VolumeGroup hidden = vg.withLv(vg.lv(store).withFlag(Flag.VISIBLE, false));
    List<LogicalVolume> lvs = new ArrayList<>(hidden.lvs());
    lvs.add(link);
    return hidden.toBuilder().lvs(lvs).build();
  }

  /** The group with a store that is an ordinary volume again. */
  public static VolumeGroup removed(VolumeGroup vg, LvRelations.Snapshot snapshot) {
    LogicalVolume store = vg.lv(snapshot.segment().cow()).withFlag(Flag.VISIBLE, true);
    return vg.withoutLvs(List.of(snapshot.hidden().id())).withLv(store);
  }

  /** The group with a snapshot whose store is going back into its origin; both ties are hidden. */
  public static VolumeGroup merging(VolumeGroup vg, LvRelations.Snapshot snapshot) {
    LogicalVolume link = snapshot.hidden();
    return vg.withLv(
        link.toBuilder()
            .flags(link.flags().with(Flag.VISIBLE, false))
            .segments(List.of(snapshot.segment().withMerging(true)))
            .build());
  }

  /**
   * Refuses origins that cannot be frozen.
   *
   * @throws FailedException saying of what kind it is
   */
  public static void requireFreezable(VolumeGroup vg, LvmId id, Messages messages) {
    LogicalVolume origin = vg.lv(id);
    if (LvRelations.of(vg).isVirtualOrigin(origin)) {
      throw new FailedException("Can't share virtual origins. Use --virtualsize.");
    }
    Optional<String> kind = unsupported(LvRelations.of(vg), origin);
    if (kind.isPresent()) {
      throw new FailedException("Snapshots of " + kind.get() + " are not supported.");
    }
    if (origin.firstSegment() instanceof MirrorSegment) {
      messages.warn("WARNING: Snapshots of mirrors can deadlock under rare device failures.");
      messages.warn("WARNING: Consider using the raid1 mirror type to avoid this.");
      messages.warn("WARNING: See global/mirror_segtype_default in lvm.conf.");
    }
  }

  private static Optional<String> unsupported(LvRelations relations, LogicalVolume origin) {
    if (relations.isCow(origin.id())) {
      return Optional.of("snapshots");
    }
    if (origin.flags().has(Flag.LOCKED)) {
      return Optional.of("locked volumes");
    }
    if (origin.flags().has(Flag.PVMOVE)) {
      return Optional.of("pvmoved volumes");
    }
    if (!relations.isVisible(origin)) {
      return Optional.of("hidden volumes");
    }
    if (relations.mergingInto(origin.id()).isPresent()) {
      return Optional.of("an origin that has a merging snapshot");
    }
    for (LogicalVolume user : relations.usersOf(origin.id())) {
      if (user.firstSegment() instanceof MirrorSegment) {
        return Optional.of("mirror subvolumes");
      }
      if (user.firstSegment() instanceof RaidSegment) {
        return Optional.of("raid subvolumes");
      }
    }
    return Optional.empty();
  }
}
