package org.jlvm.core.plan.raid;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.AllocationRequest;
import org.jlvm.core.alloc.AllocationShape;
import org.jlvm.core.alloc.Allocator;
import org.jlvm.core.alloc.ParallelAreas;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.raid.RaidSegment.RaidSettings;
import org.jlvm.core.segtype.raid.RaidType;
import org.jlvm.core.units.Sectors;

/** More images: of a RAID1 volume, or of a linear one, which becomes RAID1. */
public final class RaidAddition {
  private final RaidTarget target;
  private final VolumeGroup vg;
  private final LogicalVolume lv;
  private final PvChoices pvs;

  private RaidAddition(RaidTarget target, PvChoices pvs) {
    this.target = target;
    this.pvs = pvs;
    vg = target.vg();
    lv = target.lv();
  }

  /**
   * Adds images to a RAID1 volume.
   *
   * @param number how many
   */
  public static Plan toRaid(RaidTarget target, int number, Sectors region, PvChoices pvs) {
    RaidAddition addition = new RaidAddition(target, pvs);
    addition.requireInSync();
    return addition.toRaid(number, region);
  }

  /**
   * Makes RAID1 of a linear volume.
   *
   * @param number images to add
   * @param region size of a region
   * @param defaultRegion what lvm2 places new images by
   */
  public static Plan toLinear(
      RaidTarget target, int number, Sectors region, Sectors defaultRegion, PvChoices pvs) {
    RaidAddition addition = new RaidAddition(target, pvs);
    addition.requireInSync();
    return addition.toLinear(number, region, defaultRegion);
  }

  private void requireInSync() {
    if (lv.flags().has(Flag.NOTSYNCED)) {
      throw new FailedException(
          "Can't add image to out-of-sync RAID LV: use 'lvchange --resync' first.");
    }
    if (!target.status().inSync()) {
      throw new FailedException("Can't add image to RAID LV that is still initializing.");
    }
  }

  private Plan toRaid(int number, Sectors region) {
    RaidSegment raid = (RaidSegment) lv.firstSegment();
    List<RaidParts.Pair> added = newImages(target, number, region, pvs);
    Plan.Builder plan = cleared(visible(added));
    RaidDraft draft = new RaidDraft(plan.now(), lv);
    draft.change(lv.withSegments(List.of(raid.withRegion(region))));
    for (RaidParts.Pair pair : added) {
      draft.add(pair);
    }
    plan.commit(draft.group(), List.of(lv.id()));
    return plan.commit(withoutRebuild(plan.now(), added)).build();
  }

  /** Images beside those of an array, numbered after the highest number there is. */
  static List<RaidParts.Pair> newImages(
      RaidTarget target, int number, Sectors region, PvChoices pvs) {
    VolumeGroup vg = target.vg();
    LogicalVolume lv = target.lv();
    LogicalVolume first = vg.lv(((Area.OnLv) lv.firstSegment().areas().get(0)).lv());
    long all = first.extentCount() * number;
    // lvm2 takes all new images for one when it comes to the size of their metadata.
    long metadata = RaidSizes.metadataExtents(all, region, vg.extentSize());
    Allocation found =
        Allocator.allocate(
            AllocationRequest.beside(
                    vg,
                    AllocationShape.raid(number, 0, number, metadata),
                    all,
                    ParallelAreas.allOf(vg, lv))
                .withPolicy(lv.allocation())
                .withPvs(pvs),
            target.settings(),
            target.messages());
    return rebuilt(target.parts().pairs(found, lv.name(), RaidParts.nextNumber(vg, lv.name())));
  }

  /** The driver is told to fill new images from the others. */
  private static List<RaidParts.Pair> rebuilt(List<RaidParts.Pair> pairs) {
    List<RaidParts.Pair> marked = new ArrayList<>(pairs.size());
    for (RaidParts.Pair pair : pairs) {
      marked.add(
          new RaidParts.Pair(
              pair.image().withFlag(Flag.REBUILD, true),
              pair.metadata().withFlag(Flag.REBUILD, true)));
    }
    return marked;
  }

  /** The group when the driver has been told. */
  static VolumeGroup withoutRebuild(VolumeGroup group, List<RaidParts.Pair> pairs) {
    List<LogicalVolume> changed = new ArrayList<>(pairs.size() * 2);
    for (RaidParts.Pair pair : pairs) {
      changed.add(group.lv(pair.metadata().id()).withFlag(Flag.REBUILD, false));
      changed.add(group.lv(pair.image().id()).withFlag(Flag.REBUILD, false));
    }
    return group.withLvs(changed);
  }

  private static List<LogicalVolume> visible(List<RaidParts.Pair> pairs) {
    List<LogicalVolume> all = new ArrayList<>(pairs.size() * 2);
    for (RaidParts.Pair pair : pairs) {
      all.add(pair.metadata().withFlag(Flag.VISIBLE, true));
      all.add(pair.image().withFlag(Flag.VISIBLE, true));
    }
    return all;
  }

  /** The group with new volumes, of which those for metadata are cleared. */
  private Plan.Builder cleared(List<LogicalVolume> added) {
    List<LogicalVolume> lvs = new ArrayList<>(vg.lvs());
    lvs.addAll(added);
    Plan.Builder plan = Plan.of(vg).commit(vg.toBuilder().lvs(lvs).build());
    List<LogicalVolume> metadata = new ArrayList<>();
    for (LogicalVolume part : added) {
      if (part.name().value().contains(RaidParts.METADATA)) {
        metadata.add(part);
      }
    }
    RaidWiping.clear(plan, metadata);
    return plan;
  }

  private Plan toLinear(int number, Sectors region, Sectors defaultRegion) {
    Sectors size = lv.size(vg.extentSize());
    Sectors placing = RaidSizes.enlargedRegion(size, defaultRegion);
    LogicalVolume firstMetadata = metadataBesideData(placing);
    VolumeGroup withFirst = vg.withNewLv(firstMetadata);
    long metadata = RaidSizes.metadataExtents(lv.extentCount(), placing, vg.extentSize());
    Allocation found =
        Allocator.allocate(
            AllocationRequest.beside(
                    withFirst,
                    AllocationShape.raid(number, 0, 1, metadata),
                    lv.extentCount(),
                    ParallelAreas.allOf(vg, lv))
                .withPolicy(lv.allocation())
                .withPvs(pvs),
            target.settings(),
            target.messages());
    List<RaidParts.Pair> added = rebuilt(target.parts().pairs(found, lv.name(), 1));
    List<LogicalVolume> visible = new ArrayList<>();
    visible.add(firstMetadata.withFlag(Flag.VISIBLE, true));
    visible.addAll(visible(added));
    Plan.Builder plan = cleared(visible);
    LogicalVolume firstImage =
        target
            .parts()
            .part(lv.name().value() + RaidParts.IMAGE + 0)
            .segments(lv.segments())
            .build();
    List<RaidParts.Pair> all = new ArrayList<>();
    all.add(new RaidParts.Pair(firstImage, firstMetadata));
    all.addAll(added);
    plan.commit(layered(plan.now(), all, region), List.of(lv.id()));
    return plan.commit(withoutRebuild(plan.now(), all)).build();
  }

  /** The metadata volume of the image that the linear volume becomes, on the same disks. */
  private LogicalVolume metadataBesideData(Sectors region) {
    long extents = RaidSizes.metadataExtents(lv.extentCount(), region, vg.extentSize());
    Allocation found =
        Allocator.allocate(
            AllocationRequest.beside(vg, AllocationShape.striped(1), extents, ParallelAreas.NONE)
                .withPolicy(lv.allocation())
                .withPvs(RaidTracking.pvsOf(vg, lv)),
            target.settings(),
            target.messages());
    LvName name = new LvName(lv.name().value() + RaidParts.METADATA + 0);
    return target.parts().linear(name, found).withFlag(Flag.REBUILD, true);
  }

  private VolumeGroup layered(VolumeGroup now, List<RaidParts.Pair> pairs, Sectors region) {
    RaidSettings settings =
        new RaidSettings(region, Sectors.ZERO, OptionalLong.empty(), 0, 0, 0, OptionalLong.empty());
    RaidSegment segment =
        new RaidSegment(
            SegmentHead.of(0, lv.extentCount()),
            RaidType.RAID1,
            RaidCreation.images(pairs),
            RaidCreation.metadataIds(pairs),
            settings);
    List<LogicalVolume> changed = new ArrayList<>();
    changed.add(lv.withSegments(List.of(segment)));
    LvmId first = pairs.get(0).image().id();
    for (RaidParts.Pair pair : pairs) {
      changed.add(pair.metadata());
      if (!pair.image().id().equals(first)) {
        changed.add(pair.image());
      }
    }
    return now.withNewLv(pairs.get(0).image()).withLvs(changed);
  }
}
