package org.jlvm.core.plan.mirror;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.AllocationRequest;
import org.jlvm.core.alloc.AllocationSettings;
import org.jlvm.core.alloc.AllocationShape;
import org.jlvm.core.alloc.Allocator;
import org.jlvm.core.alloc.ExtensionRequest;
import org.jlvm.core.alloc.LvExtension;
import org.jlvm.core.alloc.LvReduction;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.units.Sectors;

/** Makes mirrors longer and shorter: all their copies, those in layers too. */
public final class MirrorResize {
  private VolumeGroup vg;

  private MirrorResize(VolumeGroup vg) {
    this.vg = vg;
  }

  /**
   * The group with a longer mirror.
   *
   * @throws org.jlvm.core.error.FailedException if there is no space for it
   */
  public static VolumeGroup extended(
      ExtensionRequest request, AllocationSettings settings, Messages messages) {
    LogicalVolume lv = request.lv();
    int images = Mirrors.imageCount(request.vg(), lv);
    Allocation found =
        Allocator.allocate(
            AllocationRequest.extend(
                    request.vg(),
                    lv,
                    AllocationShape.mirrored(images, request.stripes(), 0, 0),
                    request.extents())
                .withPolicy(request.policy())
                .withPvs(request.pvs())
                .approximately(request.approximate()),
            settings,
            messages);
    MirrorResize resize = new MirrorResize(request.vg());
    resize.extend(lv, found, request, 0);
    return resize.vg;
  }

  /** Gives the copies the areas from one on; returns the next. */
  private int extend(LogicalVolume lv, Allocation found, ExtensionRequest request, int firstArea) {
    int area = firstArea;
    int stripes = request.stripes();
    Sectors stripe = request.stripeSize();
    for (LogicalVolume image : Mirrors.images(vg, lv)) {
      if (Mirrors.isLayer(image)) {
        area = extend(image, found, request, area);
        continue;
      }
      vg =
          vg.withLv(
              LvExtension.withSegments(
                  image, LvExtension.segments(found, area, stripes, stripe, image.extentCount())));
      area += stripes;
    }
    setLength(lv, lv.extentCount() + found.extents());
    return area;
  }

  private void setLength(LogicalVolume lv, long extents) {
    MirrorSegment segment = Mirrors.segment(lv);
    vg = vg.withLv(lv.withSegments(List.of(segment.withHead(SegmentHead.of(0, extents)))));
  }

  /** The group with a mirror that is some extents shorter. */
  public static VolumeGroup reduced(VolumeGroup vg, LogicalVolume lv, long less) {
    MirrorResize resize = new MirrorResize(vg);
    resize.reduce(lv, less);
    return resize.vg;
  }

  private void reduce(LogicalVolume lv, long less) {
    List<LogicalVolume> images = new ArrayList<>(Mirrors.images(vg, lv));
    for (LogicalVolume image : images) {
      if (Mirrors.isLayer(image)) {
        reduce(image, less);
      } else {
        vg = vg.withLv(LvReduction.reduce(image, less));
      }
    }
    setLength(lv, lv.extentCount() - less);
  }
}
