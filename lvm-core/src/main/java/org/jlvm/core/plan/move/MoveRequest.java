package org.jlvm.core.plan.move;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.alloc.AllocationSettings;
import org.jlvm.core.alloc.ExtentRange;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.units.Sectors;

/**
 * A wish to move extents.
 *
 * @param vg the group
 * @param source the physical volume to move from
 * @param ranges its extents that are meant
 * @param lv the only volume that is moved, if given
 * @param targets where the extents may go
 * @param policy for the new extents; inherit stands for the group's
 * @param id of the temporary volume
 * @param legs of the volumes that stand for the old and the new place as a whole, so that either
 *     all extents are moved or none; empty to move segment by segment
 * @param creation of the temporary volume
 * @param region how much is copied at a time
 * @param limit how much is mirrored at once
 * @param settings of the allocator
 */
public record MoveRequest(
    VolumeGroup vg,
    LvmId source,
    List<ExtentRange> ranges,
    Optional<LvName> lv,
    PvChoices targets,
    AllocationPolicy policy,
    LvmId id,
    List<LvmId> legs,
    Optional<LogicalVolume.Creation> creation,
    Sectors region,
    SegmentLimit limit,
    AllocationSettings settings) {}
