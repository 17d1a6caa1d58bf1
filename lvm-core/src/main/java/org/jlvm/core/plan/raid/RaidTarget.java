package org.jlvm.core.plan.raid;

import org.jlvm.core.alloc.AllocationSettings;
import org.jlvm.core.message.Messages;
import org.jlvm.core.message.Prompter;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.units.SizeFormat;

/**
 * A volume that is to be converted, and what is needed for that.
 *
 * @param vg its group
 * @param lv the volume
 * @param status what its array says
 * @param parts makes new images
 * @param settings of the allocator
 * @param messages for the user
 * @param prompter asks the user
 * @param sizes prints sizes
 */
public record RaidTarget(
    VolumeGroup vg,
    LogicalVolume lv,
    RaidStatus status,
    RaidParts parts,
    AllocationSettings settings,
    Messages messages,
    Prompter prompter,
    SizeFormat sizes) {
  public RaidTarget withLv(LogicalVolume changed) {
    return new RaidTarget(vg, changed, status, parts, settings, messages, prompter, sizes);
  }

  /** The same volume in a group that has changed. */
  RaidTarget withGroup(VolumeGroup changed) {
    LogicalVolume same = changed.lv(lv.id());
    return new RaidTarget(changed, same, status, parts, settings, messages, prompter, sizes);
  }

  /** What messages call the volume. */
  public String path() {
    return path(lv);
  }

  String path(LogicalVolume other) {
    return vg.name() + "/" + other.name();
  }

  /** lvm2's name of the volume's type. */
  public String typeName() {
    return lv.firstSegment().displayName();
  }
}
