package org.jlvm.core.plan.raid;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;

/**
 * New metadata volumes have to be cleared before an array uses them. While they are, they are
 * visible volumes, and the new array is not activated by anybody.
 */
public final class RaidWiping {
  /** The device is only there to be written to, not to be looked into. */
  private static final Step.ActivationRequest FOR_CLEARING =
      new Step.ActivationRequest(false, false, true);

  private RaidWiping() {}

  /**
   * The steps up to the commit of a new volume with cleared metadata volumes.
   *
   * @param vg the group without the volume
   */
  public static Plan.Builder of(VolumeGroup vg, RaidCreation raid, boolean testMode) {
    List<LogicalVolume> cleared = new ArrayList<>();
    List<LogicalVolume> hidden = new ArrayList<>();
    List<LogicalVolume> clearing = new ArrayList<>();
    cleared.add(raid.lv());
    clearing.add(raid.lv().withFlag(Flag.ACTIVATION_SKIP, true));
    for (RaidParts.Pair pair : raid.pairs()) {
      LogicalVolume metadata = pair.metadata().toBuilder().tags(raid.lv().tags()).build();
      LogicalVolume visible = metadata.withFlag(Flag.VISIBLE, true);
      cleared.add(pair.image());
      cleared.add(metadata);
      clearing.add(pair.image());
      clearing.add(visible);
      hidden.add(visible);
    }
    Plan.Builder plan = Plan.of(vg).commit(with(vg, clearing));
    if (!testMode) {
      clear(plan, hidden);
    }
    return plan.commit(with(vg, cleared));
  }

  /** Zeroes the start of volumes that are visible and not active. */
  static void clear(Plan.Builder plan, List<LogicalVolume> lvs) {
    for (LogicalVolume lv : lvs) {
      plan.add(new Step.Activate(lv.id(), FOR_CLEARING));
    }
    for (LogicalVolume lv : lvs) {
      plan.add(
          new Step.Wipe(
              lv.id(), new Step.WipeRequest(Step.WipeRequest.DEFAULT_SECTORS, false, false)));
    }
    for (LogicalVolume lv : lvs) {
      plan.add(new Step.Deactivate(lv.id()));
    }
  }

  private static VolumeGroup with(VolumeGroup vg, List<LogicalVolume> added) {
    List<LogicalVolume> all = new ArrayList<>(vg.lvs());
    all.addAll(added);
    return vg.toBuilder().lvs(all).build();
  }
}
