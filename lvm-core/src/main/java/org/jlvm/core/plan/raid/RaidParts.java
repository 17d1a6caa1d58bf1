package org.jlvm.core.plan.raid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.LvExtension;
import org.jlvm.core.alloc.PvExtents;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.units.Sectors;

/**
 * Makes the volumes that RAID volumes consist of.
 *
 * @param ids of new volumes
 * @param creation of new volumes
 * @param allocation of new volumes
 */
public record RaidParts(
    Supplier<LvmId> ids, Optional<LogicalVolume.Creation> creation, AllocationPolicy allocation) {
  static final String IMAGE = "_rimage_";
  static final String METADATA = "_rmeta_";

  /**
   * An image and its metadata volume.
   *
   * @param image data
   * @param metadata superblock and bitmap
   */
  public record Pair(LogicalVolume image, LogicalVolume metadata) {}

  /** Images on the areas of an allocation, named and numbered after a volume. */
  List<Pair> pairs(Allocation allocation, LvName base, int firstNumber) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < allocation.metadata().size(); i++) {
      LogicalVolume image =
          part(base.value() + IMAGE + (firstNumber + i))
              .build()
              .withJoinedSegments(LvExtension.segments(allocation, i, 1, Sectors.ZERO, 0));
      LogicalVolume metadata =
          part(base.value() + METADATA + (firstNumber + i))
              .segments(List.of(linear(allocation.metadata().get(i))))
              .build();
      pairs.add(new Pair(image, metadata));
    }
    return pairs;
  }

  /** Whether a volume has an area of its own on a physical volume. */
  public static boolean isOn(LogicalVolume lv, LvmId pv) {
    return Redundant.isOn(lv, pv);
  }

  /** A linear volume on all that was found. */
  LogicalVolume linear(LvName name, Allocation found) {
    return part(name.value())
        .build()
        .withJoinedSegments(LvExtension.segments(found, 0, 1, Sectors.ZERO, 0));
  }

  /** The number after the highest that an image of a volume has. */
  static int nextNumber(VolumeGroup vg, LvName base) {
    int next = 0;
    for (LogicalVolume lv : vg.lvs()) {
      for (String kind : List.of(IMAGE, METADATA)) {
        String prefix = base.value() + kind;
        if (lv.name().value().startsWith(prefix)) {
          next = Math.max(next, number(lv.name().value(), prefix.length()) + 1);
        }
      }
    }
    return next;
  }

  private static int number(String name, int from) {
    int number = -1;
    for (int i = from; i < name.length() && Character.isDigit(name.charAt(i)); i++) {
      number = Math.max(0, number) * 10 + name.charAt(i) - '0';
    }
    return number;
  }

  LogicalVolume.Builder part(String name) {
    return new LogicalVolume.Builder(ids.get(), new LvName(name))
        .flags(Flags.of(Flags.Owner.LV, Flag.READ, Flag.WRITE))
        .creation(creation)
        .allocation(allocation);
  }

  private static Segment linear(PvExtents extents) {
    return new StripedSegment(
        SegmentHead.of(0, extents.length()), List.of(extents.area()), Sectors.ZERO);
  }
}
