package org.jlvm.core.alloc;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;

/**
 * A wish for extents.
 *
 * @param vg the group
 * @param lv the volume that is to grow, near whose last segment the new extents should be; empty
 *     for a conversion that does not continue a volume. A new volume is given without segments
 * @param shape what to allocate side by side
 * @param extents logical extents beyond those that the volume has, a multiple of the shape's
 *     multiple; 0 if only logs are wanted
 * @param policy inherit stands for the group's
 * @param pvs volumes that may be used
 * @param approximate whether fewer extents will do
 * @param avoid volumes not to be used, by the place in the volume
 */
public record AllocationRequest(
    VolumeGroup vg,
    Optional<LogicalVolume> lv,
    AllocationShape shape,
    long extents,
    AllocationPolicy policy,
    PvChoices pvs,
    boolean approximate,
    ParallelAreas avoid) {

  /** More extents for a volume, new or not, from the whole group. */
  public static AllocationRequest extend(
      VolumeGroup vg, LogicalVolume lv, AllocationShape shape, long extents) {
    return new AllocationRequest(
        vg,
        Optional.of(lv),
        shape,
        extents,
        lv.allocation(),
        PvChoices.all(vg),
        false,
        ParallelAreas.NONE);
  }

  /** Extents beside a volume: further legs, logs, targets of a move. */
  public static AllocationRequest beside(
      VolumeGroup vg, AllocationShape shape, long extents, ParallelAreas avoid) {
    return new AllocationRequest(
        vg,
        Optional.empty(),
        shape,
        extents,
        AllocationPolicy.INHERIT,
        PvChoices.all(vg),
        false,
        avoid);
  }

  public AllocationRequest withPolicy(AllocationPolicy wanted) {
    return new AllocationRequest(vg, lv, shape, extents, wanted, pvs, approximate, avoid);
  }

  public AllocationRequest withPvs(PvChoices wanted) {
    return new AllocationRequest(vg, lv, shape, extents, policy, wanted, approximate, avoid);
  }

  public AllocationRequest approximately(boolean wanted) {
    return new AllocationRequest(vg, lv, shape, extents, policy, pvs, wanted, avoid);
  }

  AllocationPolicy effectivePolicy() {
    return policy == AllocationPolicy.INHERIT ? vg.allocation() : policy;
  }

  /** Logical extents that are there already. */
  long existing() {
    return lv.isEmpty() ? 0 : lv.get().extentCount();
  }

  String lvName() {
    return lv.isEmpty() ? "" : lv.get().name().value();
  }

  Optional<Segment> lastSegment() {
    if (lv.isEmpty() || lv.get().segments().isEmpty()) {
      return Optional.empty();
    }
    List<Segment> segments = lv.get().segments();
    return Optional.of(segments.get(segments.size() - 1));
  }
}
