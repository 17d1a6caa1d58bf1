package org.jlvm.core.plan.raid;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;

/** Fewer images: they are removed, or one becomes a volume of its own. */
public final class RaidRemoval {
  private final RaidTarget target;
  private final RaidDraft draft;
  private final PvChoices pvs;

  private RaidRemoval(RaidTarget target, PvChoices pvs) {
    this.target = target;
    this.pvs = pvs;
    draft = new RaidDraft(target.vg(), target.lv());
  }

  /**
   * Removes images; with one left the volume is linear.
   *
   * @param count how many are to be left
   * @param pvs where those to be removed lie
   * @param repairing whether the array may be out of sync
   */
  public static Plan remove(RaidTarget target, int count, PvChoices pvs, boolean repairing) {
    return new RaidRemoval(target, pvs).remove(count, repairing);
  }

  private Plan remove(int count, boolean repairing) {
    if (count == 1) {
      draft.swapImages(0, firstInSync());
    }
    List<LogicalVolume> released = new ArrayList<>();
    try {
      requireRemovable(draft.count() - count, repairing);
      for (RaidParts.Pair pair : extract(draft.count() - count)) {
        released.add(pair.metadata());
        released.add(pair.image());
      }
    } catch (LvmException e) {
      target.messages().error(e.getMessage());
      throw new FailedException("Failed to extract images from " + target.path() + '.', e);
    }
    if (count == 1) {
      requireAgreement();
      released.addAll(draft.dissolve());
      draft.change(draft.lv().withFlag(Flag.NOTSYNCED, false).withFlag(Flag.WRITEMOSTLY, false));
    }
    return without(released).build();
  }

  private int firstInSync() {
    for (int i = 0; i < draft.count(); i++) {
      if (target.status().isHealthy(i)) {
        return i;
      }
    }
    throw new FailedException(target.path() + " is out-of-sync!  Please try refreshing first.");
  }

  private void requireAgreement() {
    boolean agreed =
        target
            .prompter()
            .confirm(
                "Are you sure you want to convert "
                    + target.typeName()
                    + " LV "
                    + target.path()
                    + " to type linear losing all resilience?");
    if (!agreed) {
      throw new FailedException(
          "Logical volume " + target.path() + " NOT converted to \"linear\".");
    }
  }

  /** An image that others are being filled from must stay. */
  private void requireRemovable(int number, boolean repairing) {
    RaidStatus status = target.status();
    if (status.inSync() || repairing) {
      return;
    }
    if (status.action().equals("resync")) {
      if (draft.isOn(0, pvs)) {
        throw new FailedException("Unable to remove primary RAID image while array resyncing.");
      }
      return;
    }
    switch (status.action()) {
      case "recover", "rebuild", "idle" -> {}
      default ->
          throw new FailedException(
              "Unable to remove RAID image while array is performing \"" + status.action() + '"');
    }
    int redundancy = 0;
    for (int i = 0; i < draft.count(); i++) {
      redundancy += status.isHealthy(i) ? 1 : 0;
    }
    int left = number;
    for (int i = 0; i < draft.count() && left > 0; i++) {
      if (!draft.isOn(i, pvs)) {
        continue;
      }
      if (status.isHealthy(i) && --redundancy == 0) {
        throw new FailedException("Unable to remove all primary source devices");
      }
      left--;
    }
  }

  private List<RaidParts.Pair> extract(int number) {
    target
        .messages()
        .verbose(
            "Extracting "
                + number
                + (number > 1 ? " images" : " image")
                + " from "
                + target.path()
                + '.');
    return draft.extract(number, pvs, !pvs.wholeGroup(), true, target);
  }

  /** Commits with released volumes, removes those, and commits without them. */
  private Plan.Builder without(List<LogicalVolume> released) {
    List<LvmId> reload = List.of(target.lv().id());
    Plan.Builder plan = Plan.of(target.vg()).commit(draft.group(), reload);
    return plan.commit(removed(plan, released), reload);
  }

  private static VolumeGroup removed(Plan.Builder plan, List<LogicalVolume> released) {
    List<LvmId> ids = new ArrayList<>(released.size());
    for (LogicalVolume lv : released) {
      plan.add(new Step.Deactivate(lv.id()));
      ids.add(lv.id());
    }
    return plan.now().withoutLvs(ids);
  }

  /**
   * Makes a volume of one image.
   *
   * @param name of the new volume
   * @param count images that are to be left
   */
  public static Plan split(RaidTarget target, String name, int count, PvChoices pvs) {
    return new RaidRemoval(target, pvs).split(name, count);
  }

  private Plan split(String name, int count) {
    requireSplittable(name, count);
    PvChoices where = ofTracked().orElse(pvs);
    List<RaidParts.Pair> taken;
    try {
      taken = new RaidRemoval(target, where, draft).extract(1);
    } catch (LvmException e) {
      target.messages().error(e.getMessage());
      throw new FailedException("Failed to extract images from " + target.path() + '.', e);
    }
    List<LogicalVolume> released = new ArrayList<>();
    released.add(taken.get(0).metadata());
    if (count == 1) {
      released.addAll(draft.dissolve());
    }
    LogicalVolume split = taken.get(0).image().withName(new LvName(name));
    draft.note(split);
    Plan.Builder plan =
        Plan.of(target.vg()).commit(draft.group(), List.of(target.lv().id(), split.id()));
    return plan.commit(removed(plan, released))
        .add(new Step.Deactivate(split.id()))
        .add(new Step.Activate(split.id(), Step.ActivationRequest.PLAIN))
        .build();
  }

  private RaidRemoval(RaidTarget target, PvChoices pvs, RaidDraft draft) {
    this.target = target;
    this.pvs = pvs;
    this.draft = draft;
  }

  private void requireSplittable(String name, int count) {
    if (draft.count() - count != 1) {
      throw new FailedException("Unable to split more than one image from " + target.path() + '.');
    }
    if (target.vg().findLv(name).isPresent()) {
      throw new FailedException(
          "Logical Volume \"" + name + "\" already exists in " + target.vg().name() + '.');
    }
    if (!target.status().inSync()) {
      throw new FailedException("Unable to split " + target.path() + " while it is not in-sync.");
    }
    if (count == 1) {
      boolean agreed =
          target
              .prompter()
              .confirm(
                  "Are you sure you want to split "
                      + target.typeName()
                      + " LV "
                      + target.path()
                      + " losing all resilience?");
      if (!agreed) {
        throw new FailedException("Logical volume " + target.path() + " NOT split.");
      }
      target.messages().verbose("Losing all resilience for logical volume " + target.path() + '.');
    }
  }

  /** While the changes of an image are tracked, only that one may leave for good. */
  private java.util.Optional<PvChoices> ofTracked() {
    for (int i = 0; i < draft.count(); i++) {
      LogicalVolume image = draft.pair(i).image();
      if (RaidTracking.isTracked(image)) {
        if (!RaidTracking.isOn(image, pvs)) {
          throw new FailedException(
              "Unable to split additional image from "
                  + target.path()
                  + " while tracking changes for "
                  + target.path(image)
                  + '.');
        }
        return java.util.Optional.of(RaidTracking.pvsOf(target.vg(), image));
      }
    }
    return java.util.Optional.empty();
  }
}
