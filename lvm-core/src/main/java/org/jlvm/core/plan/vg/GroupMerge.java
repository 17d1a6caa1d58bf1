package org.jlvm.core.plan.vg;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.LvRelations;

/** Makes one group of two. */
public final class GroupMerge {
  private GroupMerge() {}

  /**
   * The first group with all that the second has.
   *
   * @throws FailedException if they do not fit together
   */
  public static VolumeGroup merge(VolumeGroup to, VolumeGroup from) {
    requireCompatible(to, from);
    List<PhysicalVolume> pvs = new ArrayList<>(to.pvs());
    pvs.addAll(from.pvs());
    List<LogicalVolume> lvs = new ArrayList<>(to.lvs());
    lvs.addAll(from.lvs());
    return to.toBuilder().pvs(pvs).lvs(lvs).build();
  }

  /**
   * @throws FailedException if volumes of the second group cannot go to the first
   */
  public static void requireCompatible(VolumeGroup to, VolumeGroup from) {
    if (!to.extentSize().equals(from.extentSize())) {
      throw new FailedException(
          "Extent sizes differ: "
              + to.extentSize().count()
              + " ("
              + to.name()
              + ") and "
              + from.extentSize().count()
              + " ("
              + from.name()
              + ")");
    }
    if (to.maxPv() != 0 && to.maxPv() < (long) to.pvs().size() + from.pvs().size()) {
      throw exceeded("physical", to.maxPv(), to, from);
    }
    if (to.maxLv() != 0 && to.maxLv() < visible(to) + visible(from)) {
      throw exceeded("logical", to.maxLv(), to, from);
    }
    for (LogicalVolume lv : to.lvs()) {
      if (from.findLv(lv.name().value()).isPresent()) {
        throw new FailedException(
            "Duplicate logical volume name \""
                + lv.name()
                + "\" in \""
                + to.name()
                + "\" and \""
                + from.name()
                + '"');
      }
      if (from.findLv(lv.id()).isPresent()) {
        throw new FailedException("Duplicate logical volume id " + lv.id() + '.');
      }
    }
  }

  private static FailedException exceeded(
      String kind, long limit, VolumeGroup to, VolumeGroup from) {
    return new FailedException(
        "Maximum number of "
            + kind
            + " volumes ("
            + limit
            + ") exceeded  for \""
            + to.name()
            + "\" and \""
            + from.name()
            + '"');
  }

  private static long visible(VolumeGroup vg) {
    LvRelations relations = LvRelations.of(vg);
    long visible = 0;
    for (LogicalVolume lv : vg.lvs()) {
      visible += relations.isVisible(lv) ? 1 : 0;
    }
    return visible;
  }
}
