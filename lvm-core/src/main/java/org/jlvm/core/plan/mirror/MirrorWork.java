package org.jlvm.core.plan.mirror;

import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.AllocationRequest;
import org.jlvm.core.alloc.AllocationShape;
import org.jlvm.core.alloc.Allocator;
import org.jlvm.core.alloc.ParallelAreas;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.units.Sectors;

/** One change of a mirror in the making: the draft, and what it is made from. */
final class MirrorWork {
  final MirrorDraft draft;
  final MirrorFacts facts;
  final MirrorSettings settings;
  private boolean inSync;

  MirrorWork(VolumeGroup vg, MirrorFacts facts, MirrorSettings settings) {
    this.draft = new MirrorDraft(vg, settings.ids(), settings.creation(), settings.hasDriver());
    this.facts = facts;
    this.settings = settings;
  }

  Messages messages() {
    return settings.messages();
  }

  /**
   * Neither kind of mirror becomes the other below snapshots.
   *
   * @throws FailedException if the volume has any
   */
  void requireNoSnapshots(LvmId lv) {
    if (LvRelations.of(draft.vg()).isOrigin(lv)) {
      throw new FailedException(
          "Can't convert RAID LV " + draft.path(lv) + " while under snapshot.");
    }
  }

  /** Where new extents go. */
  record Placement(PvChoices pvs, AllocationPolicy policy) {}

  /** What mirrors are told whose tables are loaded from now on. */
  void assumeInSync(boolean wanted) {
    inSync = wanted;
    draft.add(new Step.AssumeInSync(wanted));
  }

  boolean assumesInSync() {
    return inSync;
  }

  /**
   * Extents for copies and logs, on other physical volumes than those of the volume.
   *
   * @param what it is for, if there are not enough
   */
  Allocation allocate(
      LvmId beside, AllocationShape shape, long extents, Placement place, String what) {
    AllocationRequest request =
        AllocationRequest.beside(
                draft.vg(), shape, extents, ParallelAreas.of(draft.vg(), draft.lv(beside)))
            .withPolicy(place.policy())
            .withPvs(place.pvs());
    try {
      return Allocator.allocate(request, settings.allocation(), messages());
    } catch (FailedException e) {
      messages().error(e.getMessage());
      throw new FailedException("Unable to allocate extents for " + what + '.', e);
    }
  }

  /** The size of a region, no larger than the volume; told if it had to be made smaller. */
  Sectors fittingRegion(LvmId lv, Sectors wanted) {
    Sectors volume = draft.lv(lv).size(draft.vg().extentSize());
    Sectors fitting = Mirrors.fittingRegion(wanted, volume);
    if (!fitting.equals(wanted)) {
      messages().info("Using reduced mirror region size of " + settings.sizes().display(fitting));
    }
    return fitting;
  }
}
