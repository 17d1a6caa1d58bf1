package org.jlvm.core.plan.raid;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.raid.RaidSegment;

/** Has all data of a RAID volume copied anew: its metadata volumes are cleared. */
public final class RaidResync {
  private RaidResync() {}

  /**
   * The plan.
   *
   * @param active whether there is a device, which nobody uses
   */
  public static Plan plan(VolumeGroup vg, LogicalVolume lv, boolean active) {
    Plan.Builder plan =
        Plan.of(vg).add(new Step.Deactivate(lv.id())).add(new Step.AssumeInSync(false));
    LogicalVolume synced = lv.withFlag(Flag.NOTSYNCED, false);
    List<LogicalVolume> visible = new ArrayList<>();
    List<LogicalVolume> changed = new ArrayList<>();
    changed.add(synced.withFlag(Flag.ACTIVATION_SKIP, true));
    for (LvmId id : ((RaidSegment) lv.firstSegment()).metadataLvs()) {
      visible.add(vg.lv(id).withFlag(Flag.VISIBLE, true));
    }
    changed.addAll(visible);
    plan.commit(vg.withLvs(changed));
    RaidWiping.clear(plan, visible);
    plan.commit(vg.withLv(synced));
    if (active) {
      plan.add(new Step.Activate(lv.id(), Step.ActivationRequest.PLAIN));
    }
    return plan.add(new Step.Backup()).build();
  }
}
