package org.jlvm.core.plan.raid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.alloc.PvChoice;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.units.Sectors;

/** New images in place of old ones, or the same filled anew. */
public final class RaidReplacement {
  private final RaidTarget target;
  private final RaidDraft draft;
  private final PvChoices bad;
  private final Set<LvmId> missing;
  private final Purpose purpose;

  /** What it is done for. */
  private enum Purpose {
    /** Images are to lie elsewhere. */
    REPLACE("replace"),
    /** The same; what the array has left off goes as well. */
    REPAIR("replace"),
    REBUILD("rebuild");

    private final String verb;

    Purpose(String verb) {
      this.verb = verb;
    }
  }

  private RaidReplacement(RaidTarget target, PvChoices bad, Set<LvmId> missing, Purpose purpose) {
    this.target = target;
    this.bad = bad;
    this.missing = missing;
    this.purpose = purpose;
    draft = new RaidDraft(target.vg(), target.lv());
  }

  /**
   * Replaces images on some physical volumes, and those that have lost their place.
   *
   * @param bad the physical volumes; none if only lost images are meant
   * @param missing physical volumes that are not there
   * @param pvs where new images may lie
   * @return empty if there is nothing to be replaced
   */
  public static Optional<Plan> replace(
      RaidTarget target, PvChoices bad, Set<LvmId> missing, PvChoices pvs) {
    return plan(new RaidReplacement(target, bad, missing, Purpose.REPLACE), pvs);
  }

  /** As {@link #replace}; images that failed are replaced wherever they lie. */
  public static Optional<Plan> repair(
      RaidTarget target, PvChoices bad, Set<LvmId> missing, PvChoices pvs) {
    return plan(new RaidReplacement(target, bad, missing, Purpose.REPAIR), pvs);
  }

  private static Optional<Plan> plan(RaidReplacement replacement, PvChoices pvs) {
    int number = replacement.requireSome();
    return number == 0 ? Optional.empty() : Optional.of(replacement.replace(number, pvs));
  }

  /** Fills the images on some physical volumes anew. */
  public static Optional<Plan> rebuild(RaidTarget target, PvChoices bad, Set<LvmId> missing) {
    RaidReplacement replacement = new RaidReplacement(target, bad, missing, Purpose.REBUILD);
    return replacement.requireSome() == 0 ? Optional.empty() : Optional.of(replacement.rebuild());
  }

  private int requireSome() {
    RaidStatus status = target.status();
    if (!status.inSync()) {
      throw new FailedException(
          "Unable to replace devices in " + target.path() + " while it is not in-sync.");
    }
    if (status.action().equals("idle") && status.health().indexOf('a') >= 0) {
      tellOfLostSource();
    }
    int number = 0;
    for (int i = 0; i < draft.count(); i++) {
      number += isToGo(i) ? 1 : 0;
    }
    String action = purpose.verb;
    if (number == 0) {
      if (bad.size() > 0) {
        throw new FailedException(
            "Logical volume "
                + target.path()
                + " does not contain devices specified to "
                + action
                + '.');
      }
      target
          .messages()
          .info(target.path() + " does not contain devices specified to " + action + '.');
    }
    if (number == draft.count()) {
      throw new FailedException(
          "Unable to " + action + " all PVs from " + target.path() + " at once.");
    }
    return number;
  }

  private void tellOfLostSource() {
    Messages messages = target.messages();
    String path = target.path();
    messages.error(
        "Unable to repair " + path + ".  Source devices failed before the RAID could synchronize.");
    messages.error("You should choose one of the following:");
    messages.error(
        "  1) deactivate " + path + ", revive failed device, re-activate LV, and proceed.");
    messages.error("  2) remove the LV (all data is lost).");
    throw new FailedException(
        "  3) Seek expert advice to attempt to salvage any data from remaining devices.");
  }

  private boolean isToGo(int index) {
    return RaidLoss.isLost(draft.pair(index), missing) || isDead(index) || draft.isOn(index, bad);
  }

  /** Whether the array has left it off, wherever it lies. */
  private boolean isDead(int index) {
    return purpose == Purpose.REPAIR && target.status().isDead(index);
  }

  private Plan rebuild() {
    List<RaidParts.Pair> marked = new ArrayList<>();
    for (int i = 0; i < draft.count(); i++) {
      if (isToGo(i)) {
        RaidParts.Pair pair = draft.pair(i);
        RaidParts.Pair again =
            new RaidParts.Pair(
                pair.image().withFlag(Flag.REBUILD, true),
                pair.metadata().withFlag(Flag.REBUILD, true));
        draft.put(i, again);
        marked.add(again);
      }
    }
    List<LvmId> reload = List.of(target.lv().id());
    Plan.Builder plan = Plan.of(target.vg()).commit(draft.group(), reload);
    return plan.commit(RaidAddition.withoutRebuild(plan.now(), marked), reload).build();
  }

  private Plan replace(int wanted, PvChoices pvs) {
    PvChoices free = pvs.without(inUse());
    List<RaidParts.Pair> added = allocate(wanted, free);
    List<RaidParts.Pair> old;
    try {
      old = draft.extract(added.size(), this::isToGo);
    } catch (LvmException e) {
      target.messages().error(e.getMessage());
      throw new FailedException(
          "Failed to remove the specified images from " + target.path() + '.', e);
    }
    List<Integer> places = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < draft.count(); i++) {
      if (draft.isEmpty(i)) {
        draft.put(i, added.get(next++));
        places.add(i);
      }
    }
    List<LvmId> reload = List.of(target.lv().id());
    Plan.Builder plan = Plan.of(target.vg()).commit(draft.group(), reload);
    List<LvmId> gone = new ArrayList<>();
    for (RaidParts.Pair pair : old) {
      for (LogicalVolume part : List.of(pair.metadata(), pair.image())) {
        plan.add(new Step.Deactivate(part.id()));
        gone.add(part.id());
      }
    }
    for (int place : places) {
      draft.rename(place);
    }
    return plan.commit(RaidAddition.withoutRebuild(draft.group(), added).withoutLvs(gone), reload)
        .build();
  }

  /** Fewer than wanted are better than none, when the others are lost anyway. */
  private List<RaidParts.Pair> allocate(int wanted, PvChoices free) {
    RaidTarget where = target;
    for (int number = wanted; ; number--) {
      try {
        return RaidAddition.newImages(where, Math.max(1, number), region(), free);
      } catch (LvmException e) {
        target.messages().error(e.getMessage());
        if (!isPartial()) {
          throw new FailedException("LV " + target.path() + " in not partial.", e);
        }
        if (number > 1) {
          target
              .messages()
              .error(
                  "Failed to replace "
                      + number
                      + " devices.  Attempting to replace "
                      + (number - 1)
                      + " instead.");
        } else if (number == 0 || !releaseRest()) {
          throw new FailedException(
              "Failed to allocate replacement images for " + target.path(), e);
        } else {
          where = target.withGroup(draft.group());
        }
      }
    }
  }

  private Sectors region() {
    return ((RaidSegment) target.lv().firstSegment()).settings().regionSize();
  }

  /**
   * What is left of an image that is lost in part makes room for a whole one, as a last resort.
   *
   * @return whether there is such an image
   */
  private boolean releaseRest() {
    for (int i = 0; i < draft.count(); i++) {
      RaidParts.Pair pair = draft.pair(i);
      if (pair.image().segments().size() > 1 && RaidLoss.isLost(pair.image(), missing)) {
        draft.put(i, new RaidParts.Pair(RaidDraft.withErrors(pair.image()), pair.metadata()));
        return true;
      }
    }
    return false;
  }

  private boolean isPartial() {
    for (int i = 0; i < draft.count(); i++) {
      if (isDead(i)) {
        return true;
      }
      for (LvmId pv : missing) {
        if (Redundant.isOn(draft.pair(i).image(), pv)
            || Redundant.isOn(draft.pair(i).metadata(), pv)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Physical volumes of other images. What is left of a lost one may be used for its successor. */
  private Set<LvmId> inUse() {
    Set<LvmId> used = new HashSet<>();
    for (PvChoice choice : PvChoices.all(target.vg()).choices()) {
      for (int i = 0; i < draft.count(); i++) {
        if (holds(choice.pv(), draft.pair(i).image())
            || holds(choice.pv(), draft.pair(i).metadata())) {
          used.add(choice.pv());
        }
      }
    }
    return used;
  }

  private boolean holds(LvmId pv, LogicalVolume part) {
    return Redundant.isOn(part, pv) && !RaidLoss.isLost(part, missing);
  }
}
