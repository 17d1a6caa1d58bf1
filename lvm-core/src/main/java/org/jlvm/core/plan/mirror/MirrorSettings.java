package org.jlvm.core.plan.mirror;

import java.util.Optional;
import java.util.function.Supplier;
import org.jlvm.core.alloc.AllocationSettings;
import org.jlvm.core.message.Messages;
import org.jlvm.core.message.Prompter;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.units.SizeFormat;

/**
 * What a change is given.
 *
 * @param ids for new volumes
 * @param creation of new volumes
 * @param allocation settings of the allocator
 * @param mirroredLogs whether logs may be mirrors (global/support_mirrored_mirror_log)
 * @param force whether not to ask
 * @param hasDriver whether there can be devices at all; otherwise only the metadata change
 */
public record MirrorSettings(
    Supplier<LvmId> ids,
    Optional<LogicalVolume.Creation> creation,
    AllocationSettings allocation,
    boolean mirroredLogs,
    boolean force,
    boolean hasDriver,
    Prompter prompter,
    Messages messages,
    SizeFormat sizes) {}
