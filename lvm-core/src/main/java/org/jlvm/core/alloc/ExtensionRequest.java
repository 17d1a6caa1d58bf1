package org.jlvm.core.alloc;

import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.striped.StripedType;
import org.jlvm.core.units.Sectors;

/**
 * A wish to put segments behind those of a volume that is linear, striped, zero or error, or to
 * give a new one its first.
 *
 * @param vg the group; a new volume need not be in it
 * @param lv the volume
 * @param extents logical extents to add, 1 or more; a multiple of the stripes
 * @param type striped, zero or error
 * @param stripes 1 for linear
 * @param stripeSize of one stripe; zero for linear
 * @param policy inherit stands for the group's
 * @param pvs volumes that may be used
 * @param approximate whether fewer extents will do
 */
public record ExtensionRequest(
    VolumeGroup vg,
    LogicalVolume lv,
    long extents,
    SegmentType type,
    int stripes,
    Sectors stripeSize,
    AllocationPolicy policy,
    PvChoices pvs,
    boolean approximate) {

  /** Linear extents from the whole group by the volume's policy. */
  public static ExtensionRequest linear(VolumeGroup vg, LogicalVolume lv, long extents) {
    return striped(vg, lv, extents, 1, Sectors.ZERO);
  }

  /** Striped extents from the whole group by the volume's policy. */
  public static ExtensionRequest striped(
      VolumeGroup vg, LogicalVolume lv, long extents, int stripes, Sectors stripeSize) {
    return of(vg, lv, extents, StripedType.INSTANCE, stripes, stripeSize);
  }

  /** Extents of a type without a place on disk. */
  public static ExtensionRequest virtual(
      VolumeGroup vg, LogicalVolume lv, long extents, SegmentType type) {
    return of(vg, lv, extents, type, 1, Sectors.ZERO);
  }

  private static ExtensionRequest of(
      VolumeGroup vg,
      LogicalVolume lv,
      long extents,
      SegmentType type,
      int stripes,
      Sectors stripeSize) {
    return new ExtensionRequest(
        vg, lv, extents, type, stripes, stripeSize, lv.allocation(), PvChoices.all(vg), false);
  }

  public ExtensionRequest withPolicy(AllocationPolicy wanted) {
    return new ExtensionRequest(
        vg, lv, extents, type, stripes, stripeSize, wanted, pvs, approximate);
  }

  public ExtensionRequest withPvs(PvChoices wanted) {
    return new ExtensionRequest(
        vg, lv, extents, type, stripes, stripeSize, policy, wanted, approximate);
  }

  public ExtensionRequest approximately(boolean wanted) {
    return new ExtensionRequest(vg, lv, extents, type, stripes, stripeSize, policy, pvs, wanted);
  }

  public ExtensionRequest withExtents(long wanted) {
    return new ExtensionRequest(
        vg, lv, wanted, type, stripes, stripeSize, policy, pvs, approximate);
  }
}
