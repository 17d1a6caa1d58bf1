package org.jlvm.core.plan.lv;

import java.util.Optional;
import java.util.OptionalInt;
import org.jlvm.core.alloc.AllocationSettings;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;

/**
 * A change of the length of a volume.
 *
 * @param direction what the command allows
 * @param sign whether the size is added, taken away, or the new one
 * @param size how much; absent to extend onto the given volumes as far as they reach
 * @param type of new segments, if not that of the last one
 * @param stripes of new segments, if not those of the last one
 * @param stripeSize of new segments, zero for that of the last one
 * @param defaultStripeSize where there is no last one
 * @param allocation policy for this time
 * @param pvs where new extents may lie
 * @param pvsGiven whether the user named them
 * @param settings of the allocator
 */
public record LvResizeRequest(
    Direction direction,
    Sign sign,
    Optional<LvSize> size,
    Optional<SegmentType> type,
    OptionalInt stripes,
    Sectors stripeSize,
    Sectors defaultStripeSize,
    Optional<AllocationPolicy> allocation,
    PvChoices pvs,
    boolean pvsGiven,
    AllocationSettings settings) {

  /** lvextend, lvreduce, lvresize. */
  public enum Direction {
    EXTEND,
    REDUCE,
    ANY
  }
}
