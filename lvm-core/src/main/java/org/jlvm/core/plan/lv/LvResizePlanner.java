package org.jlvm.core.plan.lv;

import java.util.List;
import org.jlvm.core.alloc.AllocationSettings;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.LvResize;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.segtype.virtual.VirtualSegment;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/** Plans longer and shorter volumes that are linear, striped, zero or error. */
public final class LvResizePlanner {
  private LvResizePlanner() {}

  /**
   * The plan.
   *
   * @param defaultStripe size of stripes where the volume has none yet
   * @throws FailedException if that is not possible, or nothing would change
   */
  public static Plan plan(
      LvResize.Request request,
      Sectors defaultStripe,
      AllocationSettings settings,
      Messages messages,
      SizeFormat sizes) {
    LogicalVolume lv = request.lv();
    String path = request.vg().name() + "/" + lv.name();
    requireUnderstood(lv, path);
    FreeExtents free = FreeExtents.of(request.vg());
    LvResize.Target target = LvResize.resolve(request, free, defaultStripe, messages, sizes);
    if (target.unchanged()) {
      throw new FailedException("No size change.");
    }
    LogicalVolume resized = LvResize.apply(request, target, free, settings, messages, sizes);
    if (resized.extentCount() == lv.extentCount()) {
      throw new FailedException("No size change.");
    }
    return Plan.of(request.vg())
        .commit(request.vg().withLv(resized), List.of(lv.id()))
        .tell(Level.INFO, "Logical volume " + path + " successfully resized.")
        .add(new Step.Backup())
        .build();
  }

  private static void requireUnderstood(LogicalVolume lv, String path) {
    for (Segment segment : lv.segments()) {
      if (!(segment instanceof StripedSegment) && !(segment instanceof VirtualSegment)) {
        throw new FailedException(
            "Logical volume "
                + path
                + " of type "
                + segment.displayName()
                + " cannot be resized yet.");
      }
    }
  }
}
