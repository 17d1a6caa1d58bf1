package org.jlvm.core.plan.raid;

import java.util.List;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Level;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.units.Sectors;

/** Another size of the regions of a RAID volume. */
public final class RaidRegion {
  private RaidRegion() {}

  /** The size that is wanted, made larger if the volume needs that. */
  public static Sectors adjusted(RaidTarget target, Sectors region) {
    Sectors enough = RaidSizes.enlargedRegion(target.lv().size(target.vg().extentSize()), region);
    if (!enough.equals(region)) {
      target
          .messages()
          .info(
              "Adjusting region size of "
                  + target.path()
                  + " LV from "
                  + target.sizes().display(region)
                  + " to "
                  + target.sizes().display(enough)
                  + '.');
    }
    return enough;
  }

  public static Plan change(RaidTarget target, Sectors wanted) {
    VolumeGroup vg = target.vg();
    LogicalVolume lv = target.lv();
    RaidSegment raid = (RaidSegment) lv.firstSegment();
    String what = target.typeName() + " LV " + target.path();
    Sectors old = raid.settings().regionSize();
    if (wanted.equals(old)) {
      throw new FailedException(
          "Region size is already " + target.sizes().display(wanted) + " on " + what + '.');
    }
    if (wanted.compareTo(raid.settings().stripeSize()) < 0) {
      throw new FailedException("Region size may not be smaller than stripe size on " + what + '.');
    }
    if (wanted.compareTo(lv.size(vg.extentSize())) > 0) {
      throw new FailedException("Region size is too large for " + what + '.');
    }
    Sectors region = adjusted(target, wanted);
    if (region.equals(old)) {
      throw new FailedException(
          "Region size is already matching "
              + target.sizes().display(region)
              + " on "
              + what
              + " due to adjustment.");
    }
    requireAgreement(target, old, wanted);
    long needed = RaidSizes.metadataExtents(lv.extentCount(), region, vg.extentSize());
    if (!raid.metadataLvs().isEmpty() && vg.lv(raid.metadataLvs().get(0)).extentCount() < needed) {
      throw new FailedException(
          "Region size "
              + target.sizes().display(wanted)
              + " on "
              + target.path()
              + " is too small for metadata LV size.");
    }
    if (!target.status().inSync()) {
      throw new FailedException(
          "Unable to change region size on " + what + " while it is not in-sync.");
    }
    LogicalVolume changed = lv.withSegments(List.of(raid.withRegion(region)));
    return Plan.of(vg)
        .commit(vg.withLv(changed), List.of(lv.id()))
        .tell(
            Level.INFO,
            "Changed region size on " + what + " to " + target.sizes().display(region) + '.')
        .build();
  }

  private static void requireAgreement(RaidTarget target, Sectors old, Sectors wanted) {
    boolean agreed =
        target
            .prompter()
            .confirm(
                "Do you really want to change the region_size "
                    + target.sizes().display(old)
                    + " of LV "
                    + target.path()
                    + " to "
                    + target.sizes().display(wanted)
                    + '?');
    if (!agreed) {
      throw new FailedException("Logical volume " + target.path() + " NOT converted.");
    }
  }
}
