package org.jlvm.core.plan.mirror;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.pv.PvUse;

/** Takes what is lost out of a mirror. */
public final class MirrorRepair {
  private final VolumeGroup vg;
  private final MirrorFacts facts;

  public MirrorRepair(VolumeGroup vg, MirrorFacts facts) {
    this.vg = vg;
    this.facts = facts;
  }

  /** Copies that are lost. */
  public int lostImages(LogicalVolume lv) {
    int lost = 0;
    for (LogicalVolume image : Mirrors.images(vg, lv)) {
      if (Mirrors.isLayer(image)) {
        lost += lostImages(image);
      } else if (facts.isPartial(image)) {
        lost++;
      }
    }
    return lost;
  }

  /** Copies of logs that are lost. */
  public int lostLogs(LogicalVolume lv) {
    int lost = 0;
    Optional<LogicalVolume> log = Mirrors.log(vg, lv);
    if (log.isPresent() && facts.isPartial(log.get())) {
      lost += Mirrors.isMirror(log.get()) ? lostImages(log.get()) : 1;
    }
    for (LogicalVolume image : Mirrors.images(vg, lv)) {
      if (Mirrors.isLayer(image)) {
        lost += lostLogs(image);
      }
    }
    return lost;
  }

  /**
   * The plan; empty if nothing is lost.
   *
   * @param lost physical volumes that are not there
   * @throws FailedException if no copy is left
   */
  public Optional<Plan> withoutLost(LogicalVolume lv, Set<LvmId> lost, MirrorSettings settings) {
    MirrorWork work = new MirrorWork(vg, facts, settings);
    MirrorDraft draft = work.draft;
    LvmId id = lv.id();
    Predicate<LogicalVolume> onLost = image -> isOn(image, usedBy(lost));
    MirrorImages byPlace = new MirrorImages(work, onLost);
    int logs = Mirrors.logCount(vg, lv) - lostLogs(lv);
    int images = lostImages(lv);
    boolean changed = reduceMirroredLog(draft, id, logs, byPlace);
    if (images > 0) {
      if (Mirrors.imageCount(vg, lv) <= images) {
        throw new FailedException(
            "Removing more than existing: "
                + lv.firstSegment().areas().size()
                + " <= "
                + images
                + '.');
      }
      new MirrorImages(work, facts::isPartial)
          .remove(id, Mirrors.imageCount(vg, lv) - images, logs == 0);
      changed = true;
    }
    if (Mirrors.isMirror(draft.lv(id))) {
      MirrorWork.Placement place =
          new MirrorWork.Placement(PvChoices.of(List.of()), AllocationPolicy.INHERIT);
      changed |= new MirrorLogs(work).change(id, logs, Optional.empty(), place, byPlace);
    }
    if (!changed) {
      return Optional.empty();
    }
    draft.commit(id);
    return Optional.of(draft.build());
  }

  /** First of all the log, as nothing could be suspended that waits for it. */
  private static boolean reduceMirroredLog(
      MirrorDraft draft, LvmId id, int logs, MirrorImages images) {
    LogicalVolume original = Mirrors.original(draft.vg(), draft.lv(id));
    Optional<LogicalVolume> log = Mirrors.log(draft.vg(), original);
    boolean mirrored = log.isPresent() && Mirrors.isMirror(log.get());
    if (logs == 0 || !mirrored || Mirrors.logCount(draft.vg(), draft.lv(id)) == logs) {
      return false;
    }
    images.remove(log.get().id(), logs, false);
    return true;
  }

  /** Lost volumes that hold anything; those that do not are nobody's concern. */
  private Set<LvmId> usedBy(Set<LvmId> lost) {
    Set<LvmId> used = new HashSet<>(lost);
    used.removeIf(pv -> !PvUse.isUsed(vg, pv));
    return used;
  }

  private static boolean isOn(LogicalVolume lv, Set<LvmId> pvs) {
    return MirrorConversion.isOn(lv, pvs);
  }
}
