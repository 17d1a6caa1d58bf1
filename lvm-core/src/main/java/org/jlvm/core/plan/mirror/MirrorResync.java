package org.jlvm.core.plan.mirror;

import java.util.Optional;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.units.Sectors;

/** Has all data of a mirror copied anew. */
public final class MirrorResync {
  private MirrorResync() {}

  /**
   * The plan: a log in memory forgets when the device goes, one on disk is cleared meanwhile.
   *
   * @param active whether there is a device, which nobody uses
   * @param hasDriver whether there can be devices at all
   */
  public static Plan plan(VolumeGroup vg, LogicalVolume lv, boolean active, boolean hasDriver) {
    MirrorDraft draft =
        new MirrorDraft(
            vg,
            () -> {
              throw new IllegalStateException("no new volume is needed");
            },
            Optional.empty(),
            hasDriver);
    LvmId id = lv.id();
    draft.add(new Step.Deactivate(id));
    draft.add(new Step.AssumeInSync(false));
    boolean noSync = lv.flags().has(Flag.NOTSYNCED);
    draft.setFlag(id, Flag.NOTSYNCED, false);
    Optional<LvmId> log = draft.detachLog(id);
    if (log.isPresent()) {
      clear(draft, id, log.get());
    } else if (noSync) {
      draft.commit();
    }
    if (active) {
      draft.add(new Step.Activate(id, Step.ActivationRequest.PLAIN));
    }
    return log.isPresent() || noSync ? draft.build() : draft.steps().build();
  }

  /** Nobody is to activate the mirror while it has no log. */
  private static void clear(MirrorDraft draft, LvmId id, LvmId log) {
    Sectors size = draft.lv(log).size(draft.vg().extentSize());
    draft.setFlag(id, Flag.ACTIVATION_SKIP, true);
    draft.commit();
    draft.add(new Step.Activate(log, Step.ActivationRequest.FOR_WIPING));
    draft.add(new Step.Wipe(log, new Step.WipeRequest(size.count(), false, false)));
    draft.add(new Step.Deactivate(log));
    draft.attachLog(id, log);
    draft.setFlag(id, Flag.ACTIVATION_SKIP, false);
    draft.commit();
  }
}
