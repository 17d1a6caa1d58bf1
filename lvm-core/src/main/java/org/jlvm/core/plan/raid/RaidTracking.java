package org.jlvm.core.plan.raid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.alloc.PvChoice;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Level;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.raid.RaidSegment;

/**
 * An image that is taken out for reading only, and put back. It stays a part of the array, which
 * notes what it misses.
 */
public final class RaidTracking {
  private RaidTracking() {}

  /** Whether an image is taken out for a while. */
  static boolean isTracked(LogicalVolume image) {
    return image.isVisible() && !image.flags().has(Flag.WRITE);
  }

  /** Whether an image of a volume is taken out for a while. */
  public static boolean isTracking(VolumeGroup vg, LogicalVolume lv) {
    if (lv.firstSegment() instanceof RaidSegment raid) {
      for (Area area : raid.areas()) {
        if (area instanceof Area.OnLv image && isTracked(vg.lv(image.lv()))) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean isOn(LogicalVolume lv, PvChoices pvs) {
    for (PvChoice choice : pvs.choices()) {
      if (Redundant.isOn(lv, choice.pv())) {
        return true;
      }
    }
    return false;
  }

  static PvChoices pvsOf(VolumeGroup vg, LogicalVolume lv) {
    List<PvChoice> choices = new ArrayList<>();
    for (PhysicalVolume pv : vg.pvs()) {
      if (Redundant.isOn(lv, pv.id())) {
        choices.add(PvChoice.whole(pv));
      }
    }
    return PvChoices.of(choices);
  }

  /** Takes an image out. */
  public static Plan split(RaidTarget target, PvChoices pvs) {
    RaidDraft draft = new RaidDraft(target.vg(), target.lv());
    if (!target.status().inSync()) {
      throw new FailedException(
          "Unable to split image from " + target.path() + " while not in-sync.");
    }
    if (isTracking(target.vg(), target.lv())) {
      throw new FailedException("Cannot track more than one split image at a time.");
    }
    if (draft.count() == 2) {
      requireAgreement(target);
    }
    int index = draft.count() - 1;
    while (index >= 0 && !isOn(draft.pair(index).image(), pvs)) {
      index--;
    }
    if (index < 0) {
      throw new FailedException("Unable to find image to satisfy request.");
    }
    RaidParts.Pair pair = draft.pair(index);
    LogicalVolume image = pair.image().withFlag(Flag.VISIBLE, true).withFlag(Flag.WRITE, false);
    draft.put(index, new RaidParts.Pair(image, pair.metadata()));
    Plan.Builder plan = Plan.of(target.vg()).commit(draft.group(), List.of(target.lv().id()));
    plan.tell(
            Level.INFO,
            target.path(image) + " split from " + target.path() + " for read-only purposes.")
        .add(new Step.Activate(image.id(), Step.ActivationRequest.PLAIN))
        .add(new Step.Deactivate(image.id()))
        .add(new Step.Activate(image.id(), Step.ActivationRequest.PLAIN));
    if (draft.count() == 2) {
      plan.tell(
          Level.WARN,
          "WARNING: Any newly written data will be non-resilient on LV "
              + target.path()
              + " during the split!");
    }
    return plan.tell(
            Level.INFO,
            "Use 'lvconvert --merge "
                + target.path(image)
                + "' to merge back into "
                + target.path()
                + '.')
        .build();
  }

  private static void requireAgreement(RaidTarget target) {
    boolean agreed =
        target
            .prompter()
            .confirm(
                "Are you sure you want to split and track "
                    + target.typeName()
                    + " LV "
                    + target.path()
                    + " losing resilience for any newly written data?");
    if (!agreed) {
      throw new FailedException("Logical volume " + target.path() + " NOT split.");
    }
    target
        .messages()
        .verbose(
            "Losing resilience for newly written data on logical volume " + target.path() + '.');
  }

  /** Puts an image back. */
  public static Plan merge(VolumeGroup vg, LogicalVolume image) {
    String path = vg.name() + "/" + image.name();
    if (image.flags().has(Flag.WRITE)) {
      throw new FailedException(path + " cannot be merged because --trackchanges was not used.");
    }
    int end = image.name().value().indexOf(RaidParts.IMAGE);
    if (end < 0) {
      throw new FailedException("Unable to merge non-raid image " + path + '.');
    }
    Optional<LogicalVolume> found = vg.findLv(image.name().value().substring(0, end));
    if (found.isEmpty()) {
      throw new FailedException("Unable to find containing RAID array for " + path + '.');
    }
    LogicalVolume lv = found.get();
    LvmId metadata =
        metadataOf(lv, image)
            .orElseThrow(
                () ->
                    new FailedException(
                        "Failed to find meta for "
                            + path
                            + " in RAID array "
                            + vg.name()
                            + '/'
                            + lv.name()
                            + '.'));
    LogicalVolume back =
        image.withFlag(Flag.VISIBLE, false).withFlag(Flag.WRITE, lv.flags().has(Flag.WRITE));
    return Plan.of(vg)
        .add(new Step.Deactivate(metadata))
        .add(new Step.Deactivate(image.id()))
        .commit(vg.withLv(back), List.of(lv.id()))
        .tell(
            Level.INFO,
            path + " successfully merged back into " + vg.name() + '/' + lv.name() + '.')
        .add(new Step.Backup())
        .build();
  }

  private static Optional<LvmId> metadataOf(LogicalVolume lv, LogicalVolume image) {
    if (lv.firstSegment() instanceof RaidSegment raid && !raid.metadataLvs().isEmpty()) {
      for (int i = 0; i < raid.areas().size(); i++) {
        if (raid.areas().get(i) instanceof Area.OnLv onLv && onLv.lv().equals(image.id())) {
          return Optional.of(raid.metadataLvs().get(i));
        }
      }
    }
    return Optional.empty();
  }
}
