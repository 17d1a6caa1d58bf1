package org.jlvm.core.plan.mirror;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.LvExtension;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.units.Sectors;

/**
 * Copies of mirrors. What is taken out is left with errors first, and removed when the devices
 * above have let go of it.
 */
final class MirrorImages {
  private final MirrorWork work;
  private final MirrorDraft draft;
  private final MirrorLogs logs;
  private final Predicate<LogicalVolume> removable;

  /**
   * @param removable which copies are taken out first
   */
  MirrorImages(MirrorWork work, Predicate<LogicalVolume> removable) {
    this.work = work;
    this.draft = work.draft;
    this.logs = new MirrorLogs(work);
    this.removable = removable;
  }

  /** Adds copies to a volume; it becomes a mirror if it is none. */
  void add(LvmId id, Allocation found, int count, int stripes, Sectors stripe, Sectors region) {
    if (!isMadeOfOne(draft.lv(id))) {
      boolean writable = draft.lv(id).flags().has(Flag.WRITE);
      draft.insertLayer(id, image(id, writable));
    }
    List<LvmId> images = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      LvmId image = image(id, true);
      draft.replace(
          LvExtension.withSegments(
              draft.lv(image),
              LvExtension.segments(
                  found, i * stripes, stripes, stripes == 1 ? Sectors.ZERO : stripe, 0)));
      images.add(image);
    }
    if (Mirrors.isMirror(draft.lv(id))) {
      requireRegion(draft.mirror(id), region);
    }
    draft.addImages(id, images, region);
  }

  private void requireRegion(MirrorSegment mirror, Sectors region) {
    if (!region.isZero() && !region.equals(mirror.region())) {
      work.messages()
          .error(
              "Conflicting region_size " + region.count() + " != " + mirror.region().count() + '.');
      throw new FailedException("Aborting. Failed to add mirror segment. Remove new LV and retry.");
    }
  }

  private static boolean isMadeOfOne(LogicalVolume lv) {
    return lv.segments().size() == 1
        && !lv.firstSegment().areas().isEmpty()
        && lv.firstSegment().areas().get(0) instanceof Area.OnLv;
  }

  private LvmId image(LvmId id, boolean writable) {
    String name = draft.freeName(draft.lv(id).name() + "_mimage_");
    return draft.create(name, false, writable, AllocationPolicy.INHERIT);
  }

  /**
   * Takes copies out until a number is left.
   *
   * @param withLog whether the log goes as well
   */
  void remove(LvmId id, int left, boolean withLog) {
    int existing = Mirrors.imageCount(draft.vg(), draft.lv(id));
    int wanted = existing - left;
    int toGo = wanted;
    LvmId from = id;
    boolean onlyPreferred = true;
    do {
      boolean anyWillDo = !onlyPreferred;
      int most = draft.lv(from).firstSegment().areas().size();
      int now = toGo < most ? toGo : most - 1;
      int removed = removeFrom(from, now, withLog, onlyPreferred);
      if (removed < now || now == 0) {
        Optional<LvmId> layer = layerOf(from);
        onlyPreferred &= layer.isPresent();
        from = layer.orElse(id);
      }
      toGo -= removed;
      if (anyWillDo && removed == 0) {
        break;
      }
    } while (toGo > 0);
    if (toGo > 0) {
      int gone = existing - Mirrors.imageCount(draft.vg(), draft.lv(id));
      throw new FailedException(
          toGo == wanted
              ? "No mirror images found using specified PVs."
              : gone + " images are removed out of requested " + wanted + '.');
    }
  }

  private Optional<LvmId> layerOf(LvmId id) {
    return Mirrors.layer(draft.vg(), draft.lv(id)).map(LogicalVolume::id);
  }

  /** The copies in their order, those that go at the end. */
  private record Choice(List<Area> areas, int removed) {
    List<Area> left() {
      return areas.subList(0, areas.size() - removed);
    }

    List<LvmId> gone() {
      List<LvmId> gone = new ArrayList<>();
      for (Area area : areas.subList(areas.size() - removed, areas.size())) {
        gone.add(((Area.OnLv) area).lv());
      }
      return gone;
    }
  }

  private Choice choose(LvmId id, int count, boolean onlyPreferred) {
    List<Area> areas = new ArrayList<>(draft.mirror(id).areas());
    int picked = 0;
    for (int i = areas.size() - 1; i >= 0 && picked < count; i--) {
      LogicalVolume image = draft.lv(((Area.OnLv) areas.get(i)).lv());
      boolean busyLayer = isLayer(image) && Mirrors.imageCount(draft.vg(), image) != 1;
      if (busyLayer || !removable.test(image)) {
        continue;
      }
      if (i == 0) {
        requireReplaceable(id);
      }
      areas.add(areas.remove(i));
      picked++;
    }
    return new Choice(areas, onlyPreferred ? picked : count);
  }

  private boolean isLayer(LogicalVolume image) {
    return Mirrors.isLayer(image) && Mirrors.isImage(draft.vg(), image.id());
  }

  /** The first copy is the one that the others are made from. */
  private void requireReplaceable(LvmId id) {
    LogicalVolume lv = draft.lv(id);
    MirrorFacts.Sync sync = work.facts.sync(lv);
    if (sync == MirrorFacts.Sync.UNKNOWN) {
      work.messages().error("Unable to determine mirror sync status of " + draft.path(id) + '.');
    }
    if (sync != MirrorFacts.Sync.DONE && !work.facts.isPartial(lv)) {
      throw new FailedException(
          "Unable to remove primary mirror image while mirror volume "
              + draft.path(id)
              + " is not in-sync.");
    }
  }

  private int removeFrom(LvmId id, int count, boolean withLog, boolean onlyPreferred) {
    Choice choice = choose(id, count, onlyPreferred);
    takeOut(id, choice, withLog, false);
    return choice.removed();
  }

  /** Merges the copies of a layer with those that were added beside it. */
  boolean collapse(LvmId id) {
    for (Optional<LvmId> layer = layerOf(id); layer.isPresent(); layer = layerOf(id)) {
      if (work.facts.sync(draft.lv(id)) != MirrorFacts.Sync.DONE) {
        work.messages().verbose("Not collapsing " + draft.path(id) + ": out-of-sync.");
        return false;
      }
      List<Area> areas = draft.mirror(id).areas();
      takeOut(id, new Choice(areas, areas.size() - 1), false, true);
    }
    return true;
  }

  private void takeOut(LvmId id, Choice choice, boolean withLog, boolean collapsing) {
    List<LvmId> orphans = new ArrayList<>(choice.gone());
    for (LvmId orphan : orphans) {
      draft.setFlag(orphan, Flag.VISIBLE, true);
    }
    List<Area> left = choice.left();
    boolean layered = isLayer(draft.lv(id));
    Optional<LvmId> lastImage = Optional.empty();
    Optional<LvmId> log = Optional.empty();
    if (left.size() == 1 && !layered) {
      LvmId last = ((Area.OnLv) left.get(0)).lv();
      lastImage = Optional.of(last);
      draft.setFlag(last, Flag.VISIBLE, true);
      draft.setImages(id, left);
      log = draft.detachLog(id);
      draft.removeLayer(id, last);
      if (collapsing) {
        draft.addImages(id, orphans, draft.mirror(id).region());
      }
      if (Mirrors.imageCount(draft.vg(), draft.lv(id)) == 1) {
        draft.setFlag(id, Flag.NOTSYNCED, false);
      }
      if (withLog && log.isEmpty()) {
        log = draft.detachLog(id);
        log.ifPresent(draft::replaceByError);
      }
    } else if (left.isEmpty()) {
      log = draft.detachLog(id);
      draft.replaceByError(id);
    } else {
      draft.setImages(id, left);
      if (withLog) {
        log = draft.detachLog(id);
      }
    }
    if (log.isPresent()) {
      releaseFailedLog(log.get(), orphans);
    }
    List<LvmId> gone = new ArrayList<>();
    if (!collapsing) {
      for (LvmId orphan : orphans) {
        draft.inheritTags(id, orphan);
        draft.replaceByError(orphan);
        gone.add(orphan);
      }
    }
    lastImage.ifPresent(gone::add);
    log.ifPresent(gone::add);
    lastImage.ifPresent(image -> draft.inheritTags(id, image));
    if (log.isPresent()) {
      draft.inheritTags(id, log.get());
    }
    draft.commit(id);
    drop(gone);
    if (left.size() == 1 && layered) {
      markInSync(id);
    }
  }

  /** Writes wait for a log both copies of which are lost; only errors in its place let them go. */
  private void releaseFailedLog(LvmId log, List<LvmId> orphans) {
    if (!Mirrors.isMirror(draft.lv(log)) || !work.facts.isPartial(draft.lv(log))) {
      return;
    }
    for (LogicalVolume image : Mirrors.images(draft.vg(), draft.lv(log))) {
      draft.setFlag(image.id(), Flag.VISIBLE, true);
      orphans.add(image.id());
    }
    draft.replaceByError(log);
    draft.commit(log);
  }

  /** Removes volumes that nobody needs any more; the next commit has them no longer. */
  void drop(List<LvmId> gone) {
    List<LvmId> all = new ArrayList<>();
    for (LvmId id : gone) {
      draft.add(new Step.Deactivate(id));
      all.add(id);
      for (LogicalVolume part : parts(draft.lv(id))) {
        all.add(part.id());
      }
    }
    draft.remove(all);
  }

  private List<LogicalVolume> parts(LogicalVolume lv) {
    return Mirrors.isMirror(lv) ? Mirrors.images(draft.vg(), lv) : List.of();
  }

  /** A mirror with one copy is in sync. */
  private void markInSync(LvmId id) {
    LvmId log =
        draft
            .detachLog(id)
            .orElseThrow(
                () -> new FailedException("Cannot detach mirror log from " + draft.path(id) + '.'));
    logs.reset(log, draft.lv(id).tags(), true, Optional.of(id));
    draft.attachLog(id, log);
  }

  /** Makes a volume of its own of copies: a linear one, or a mirror if there are several. */
  void split(LvmId id, int count, String name) {
    work.messages().verbose("Detaching " + count + " images from mirror " + draft.path(id) + '.');
    Choice choice = chooseToSplit(id, count);
    List<LvmId> split = new ArrayList<>(choice.gone());
    Collections.reverse(split);
    Sectors region = draft.mirror(id).region();
    draft.setImages(id, choice.left());
    LvmId first = split.get(0);
    draft.setFlag(first, Flag.VISIBLE, true);
    draft.rename(first, name);
    if (split.size() > 1) {
      boolean writable = draft.lv(first).flags().has(Flag.WRITE);
      draft.insertLayer(first, image(first, writable));
      List<LvmId> others = split.subList(1, split.size());
      for (LvmId other : others) {
        draft.rename(other, draft.freeName(name + "_mimage_"));
      }
      draft.addImages(first, others, region);
      work.assumeInSync(true);
    }
    dissolveIfSingle(id, choice.left());
  }

  private Choice chooseToSplit(LvmId id, int count) {
    List<Area> areas = new ArrayList<>(draft.mirror(id).areas());
    int picked = 0;
    for (int i = areas.size() - 1; i >= 0 && picked < count; i--) {
      LogicalVolume image = draft.lv(((Area.OnLv) areas.get(i)).lv());
      if (!isLayer(image) && removable.test(image)) {
        areas.add(areas.remove(i));
        picked++;
      }
    }
    if (picked < count) {
      throw new FailedException("Insufficient removable PVs given to satisfy request.");
    }
    return new Choice(areas, count);
  }

  private void dissolveIfSingle(LvmId id, List<Area> left) {
    List<LvmId> gone = new ArrayList<>();
    if (left.size() == 1) {
      LvmId last = ((Area.OnLv) left.get(0)).lv();
      draft.setFlag(last, Flag.VISIBLE, true);
      Optional<LvmId> log = draft.detachLog(id);
      log.ifPresent(draft::replaceByError);
      draft.removeLayer(id, last);
      draft.setFlag(id, Flag.NOTSYNCED, false);
      gone.add(last);
      log.ifPresent(gone::add);
      for (LvmId part : gone) {
        draft.inheritTags(id, part);
      }
    }
    draft.commit(id);
    drop(gone);
  }
}
