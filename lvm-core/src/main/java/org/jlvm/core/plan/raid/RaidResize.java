package org.jlvm.core.plan.raid;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.AllocationRequest;
import org.jlvm.core.alloc.AllocationSettings;
import org.jlvm.core.alloc.AllocationShape;
import org.jlvm.core.alloc.Allocator;
import org.jlvm.core.alloc.LvExtension;
import org.jlvm.core.alloc.LvReduction;
import org.jlvm.core.alloc.LvResize;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.units.Sectors;

/** Makes RAID1 volumes longer and shorter: all their images. */
public final class RaidResize {
  private final LvResize.Request request;
  private final LogicalVolume lv;
  private final RaidSegment raid;
  private final VolumeGroup vg;

  private RaidResize(LvResize.Request request) {
    this.request = request;
    vg = request.vg();
    lv = request.lv();
    raid = (RaidSegment) lv.firstSegment();
  }

  /** How RAID1 volumes are changed. */
  public static LvResize.Change change(AllocationSettings settings, Messages messages) {
    return (request, target) -> {
      RaidResize resize = new RaidResize(request);
      return target.direction() == LvResize.Direction.REDUCE
          ? resize.reduced(target.extents())
          : resize.extended(target, settings, messages);
    };
  }

  private VolumeGroup extended(
      LvResize.Target target, AllocationSettings settings, Messages messages) {
    AllocationPolicy policy = request.policy().orElse(lv.allocation());
    int images = raid.areas().size();
    Allocation found =
        Allocator.allocate(
            AllocationRequest.extend(
                    vg,
                    lv,
                    AllocationShape.raid(images, 0, 1, 0),
                    target.extents() - lv.extentCount())
                .withPolicy(policy)
                .withPvs(request.pvs())
                .approximately(target.approximate()),
            settings,
            messages);
    List<LogicalVolume> changed = new ArrayList<>(images + 1);
    for (int i = 0; i < images; i++) {
      LogicalVolume image = image(i);
      changed.add(
          LvExtension.withSegments(
              image, LvExtension.segments(found, i, 1, Sectors.ZERO, image.extentCount())));
    }
    long extents = lv.extentCount() + found.extents();
    Sectors size = vg.extentSize().times(target.extents());
    changed.add(
        lv.withSegments(
            List.of(
                raid.withRegion(RaidSizes.enlargedRegion(size, raid.settings().regionSize()))
                    .withHead(SegmentHead.of(0, extents)))));
    VolumeGroup after = vg.withLvs(changed);
    if (policy != AllocationPolicy.ANYWHERE) {
      Redundant.require(after, after.lv(lv.id()), request.pvs(), messages);
    }
    return after;
  }

  private VolumeGroup reduced(long extents) {
    List<LogicalVolume> changed = new ArrayList<>();
    long less = lv.extentCount() - extents;
    for (int i = 0; i < raid.areas().size(); i++) {
      LogicalVolume image = image(i);
      changed.add(LvReduction.reduce(image, less));
      if (!raid.metadataLvs().isEmpty()) {
        LogicalVolume metadata = vg.lv(raid.metadataLvs().get(i));
        long spare = metadataExtents(image.extentCount()) - metadataExtents(extents);
        if (spare > 0 && spare < metadata.extentCount()) {
          changed.add(LvReduction.reduce(metadata, spare));
        }
      }
    }
    changed.add(lv.withSegments(List.of(raid.withHead(SegmentHead.of(0, extents)))));
    return vg.withLvs(changed);
  }

  private long metadataExtents(long imageExtents) {
    return RaidSizes.metadataExtents(imageExtents, raid.settings().regionSize(), vg.extentSize());
  }

  private LogicalVolume image(int index) {
    return vg.lv(((Area.OnLv) raid.areas().get(index)).lv());
  }
}
