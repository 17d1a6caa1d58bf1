package org.jlvm.core.plan.raid;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.AllocationRequest;
import org.jlvm.core.alloc.AllocationSettings;
import org.jlvm.core.alloc.AllocationShape;
import org.jlvm.core.alloc.Allocator;
import org.jlvm.core.alloc.ExtensionRequest;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.raid.RaidSegment.RaidSettings;
import org.jlvm.core.segtype.raid.RaidType;
import org.jlvm.core.units.Sectors;

/**
 * A new RAID1 volume with all its parts.
 *
 * @param lv the volume
 * @param pairs its images with their metadata volumes, in order
 */
public record RaidCreation(LogicalVolume lv, List<RaidParts.Pair> pairs) {
  public RaidCreation {
    pairs = List.copyOf(pairs);
  }

  /**
   * How it is to be.
   *
   * @param images how many
   * @param region size of a region
   * @param minRecoveryRate in KiB/s
   * @param maxRecoveryRate in KiB/s
   */
  public record Wish(int images, Sectors region, long minRecoveryRate, long maxRecoveryRate) {}

  /**
   * Places a new volume.
   *
   * @param request the volume without segments, its length and where it may lie
   * @throws org.jlvm.core.error.FailedException if there is no space for it
   */
  public static RaidCreation create(
      ExtensionRequest request,
      Wish wish,
      RaidParts parts,
      AllocationSettings settings,
      Messages messages) {
    Sectors extentSize = request.vg().extentSize();
    Sectors region = RaidSizes.enlargedRegion(extentSize.times(request.extents()), wish.region());
    long metadata = RaidSizes.metadataExtents(request.extents(), region, extentSize);
    AllocationRequest wanted =
        AllocationRequest.extend(
                request.vg(),
                request.lv(),
                AllocationShape.raid(wish.images(), 0, 1, metadata),
                request.extents())
            .withPolicy(request.policy())
            .withPvs(request.pvs())
            .approximately(request.approximate());
    Allocation found = Allocator.allocate(wanted, FreeExtents.of(request.vg()), settings, messages);
    List<RaidParts.Pair> pairs = parts.pairs(found, request.lv().name(), 0);
    if (request.policy() != AllocationPolicy.ANYWHERE) {
      Redundant.require(request.vg(), request.lv(), pairs, request.pvs(), messages);
    }
    RaidSettings values =
        new RaidSettings(
            region,
            Sectors.ZERO,
            OptionalLong.empty(),
            0,
            wish.minRecoveryRate(),
            wish.maxRecoveryRate(),
            OptionalLong.empty());
    RaidSegment segment =
        new RaidSegment(
            SegmentHead.of(0, found.extents()),
            RaidType.RAID1,
            images(pairs),
            metadataIds(pairs),
            values);
    return new RaidCreation(request.lv().withSegments(List.of(segment)), pairs);
  }

  static List<Area> images(List<RaidParts.Pair> pairs) {
    List<Area> areas = new ArrayList<>(pairs.size());
    for (RaidParts.Pair pair : pairs) {
      areas.add(new Area.OnLv(pair.image().id(), 0));
    }
    return areas;
  }

  static List<LvmId> metadataIds(List<RaidParts.Pair> pairs) {
    List<LvmId> ids = new ArrayList<>(pairs.size());
    for (RaidParts.Pair pair : pairs) {
      ids.add(pair.metadata().id());
    }
    return ids;
  }
}
