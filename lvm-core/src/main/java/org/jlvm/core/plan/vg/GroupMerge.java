package org.jlvm.core.plan.vg;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.format.TextHeader;
import org.jlvm.core.format.VgTextReader;
import org.jlvm.core.format.VgTextWriter;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.LvRelations;

/** Makes one group of two. */
public final class GroupMerge {
  private GroupMerge() {}

  /**
   * The first group with all that the second has.
   *
   * @param newId a new id for a logical volume of the second group, where the first has its id too
   */
  public static VolumeGroup merge(
      VolumeGroup to, VolumeGroup from, Function<LogicalVolume, LvmId> newId) {
    VolumeGroup distinct = withDistinctIds(to, from, newId);
    List<PhysicalVolume> pvs = new ArrayList<>(to.pvs());
    pvs.addAll(distinct.pvs());
    List<LogicalVolume> lvs = new ArrayList<>(to.lvs());
    lvs.addAll(distinct.lvs());
    return to.toBuilder().pvs(pvs).lvs(lvs).build();
  }

  /** Volumes are tied to each other by name in the text, so that is where ids can be changed. */
  private static VolumeGroup withDistinctIds(
      VolumeGroup to, VolumeGroup from, Function<LogicalVolume, LvmId> newId) {
    String text = "";
    for (LogicalVolume lv : to.lvs()) {
      Optional<LogicalVolume> twin = from.findLv(lv.id());
      if (twin.isPresent()) {
        text = text.isEmpty() ? text(from) : text;
        text = text.replace(lv.id().toString(), newId.apply(twin.get()).toString());
      }
    }
    return text.isEmpty() ? from : VgTextReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(VolumeGroup vg) {
    TextHeader header = new TextHeader("", "", "", "", Optional.empty(), 0, ZoneOffset.UTC);
    byte[] text = VgTextWriter.forFile(vg, header);
    return new String(text, StandardCharsets.UTF_8);
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
