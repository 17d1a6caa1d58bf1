package org.jlvm.core.plan.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.AllocationShape;
import org.jlvm.core.alloc.PvExtents;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.Tag;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.units.Sectors;

/** Logs of mirrors: in memory, on a volume, or on one that is a mirror itself. */
final class MirrorLogs {
  private static final String SUFFIX = "_mlog";

  private final MirrorWork work;
  private final MirrorDraft draft;

  MirrorLogs(MirrorWork work) {
    this.work = work;
    this.draft = work.draft;
  }

  /**
   * The shape of an allocation with logs for a mirror.
   *
   * @param legs how many copies are allocated as well
   */
  AllocationShape shape(LvmId mirror, int legs, int stripes, int logs, Sectors region) {
    if (logs == 0) {
      return AllocationShape.mirrored(legs, stripes, 0, 0);
    }
    long areaLength = draft.lv(mirror).extentCount() / stripes;
    long length =
        AllocationShape.mirrorLogLength(
            region.count(), draft.vg().extentSize().count(), areaLength);
    return legs == 0
        ? AllocationShape.logsOnly(logs, length)
        : AllocationShape.mirrored(legs, stripes, logs, length);
  }

  /**
   * Makes a log and writes it, for which it is a volume of its own that the group has already.
   *
   * @param found has the extents
   * @param region of the log, if it is to be a mirror
   */
  LvmId create(
      LvmId mirror,
      Allocation found,
      int count,
      Sectors region,
      AllocationPolicy policy,
      boolean inSync) {
    work.assumeInSync(inSync);
    LvmId log =
        draft.create(name(draft.lv(mirror)), true, true, policy, segment(found.logs().get(0)));
    if (count > 1) {
      Sectors size = draft.lv(log).size(draft.vg().extentSize());
      Sectors fitting =
          region.compareTo(size) > 0 ? Sectors.of(Long.highestOneBit(size.count())) : region;
      mirrorLog(log, found.logs().subList(1, found.logs().size()), fitting);
    }
    reset(log, draft.lv(mirror).tags(), inSync, Optional.empty());
    return log;
  }

  /** Named after the whole, unless it is for the time of a conversion only. */
  private String name(LogicalVolume mirror) {
    String name = mirror.name().value();
    List<LogicalVolume> images =
        Mirrors.isMirror(mirror) ? Mirrors.images(draft.vg(), mirror) : List.of();
    if (!images.isEmpty() && images.get(0).name().value().contains(Mirrors.LAYER)) {
      return draft.freeName(name + "_mlogtmp_");
    }
    int layer = name.indexOf(Mirrors.LAYER);
    return (layer < 0 ? name : name.substring(0, layer)) + SUFFIX;
  }

  private static StripedSegment segment(PvExtents extents) {
    return new StripedSegment(
        SegmentHead.of(0, extents.length()), List.of(extents.area()), Sectors.ZERO);
  }

  /** Makes a mirror of a log. */
  private void mirrorLog(LvmId log, List<PvExtents> copies, Sectors region) {
    List<LvmId> images = new ArrayList<>(copies.size());
    if (!Mirrors.isMirror(draft.lv(log))) {
      boolean writable = draft.lv(log).flags().has(Flag.WRITE);
      draft.insertLayer(log, image(log, writable));
    }
    for (PvExtents copy : copies) {
      LvmId image = image(log, true);
      draft.replace(draft.lv(image).withSegments(List.of(segment(copy))));
      images.add(image);
    }
    draft.addImages(log, images, region);
  }

  private LvmId image(LvmId log, boolean writable) {
    String name = draft.freeName(draft.lv(log).name() + "_mimage_");
    return draft.create(name, false, writable, AllocationPolicy.INHERIT);
  }

  /**
   * Writes a log that is a volume of its own.
   *
   * @param tags that let it be activated
   * @param holder the active volume that it is taken from for the purpose
   */
  void reset(LvmId log, List<Tag> tags, boolean inSync, Optional<LvmId> holder) {
    List<Tag> own = draft.lv(log).tags();
    List<Tag> all = new ArrayList<>(own);
    for (Tag tag : tags) {
      if (!all.contains(tag)) {
        all.add(tag);
      }
    }
    if (inSync && !work.settings.hasDriver()) {
      work.messages()
          .error("Aborting. Unable to create in-sync mirror log while activation is disabled.");
      throw new FailedException("Failed to initialise mirror log.");
    }
    draft.setTags(log, all);
    if (holder.isPresent()) {
      draft.commit(holder.get());
    } else {
      draft.commit();
    }
    draft.add(new Step.Activate(log, Step.ActivationRequest.PLAIN));
    draft.add(new Step.ResetMirrorLog(log, inSync));
    draft.add(new Step.Deactivate(log));
    draft.setTags(log, own);
  }

  /**
   * Brings the log of a mirror to a number of copies.
   *
   * @return whether anything changed
   */
  boolean change(
      LvmId lv,
      int count,
      Optional<Sectors> wantedRegion,
      MirrorWork.Placement place,
      MirrorImages images) {
    int old = Mirrors.logCount(draft.vg(), draft.lv(lv));
    if (old == count) {
      return false;
    }
    LvmId original = Mirrors.original(draft.vg(), draft.lv(lv)).id();
    if (count == 0) {
      remove(original, images);
    } else if (old < count) {
      Sectors region = work.fittingRegion(lv, wantedRegion.orElse(draft.mirror(lv).region()));
      extend(original, old, count, region, place);
    } else {
      images.remove(draft.mirror(original).log().orElseThrow(), count, true);
    }
    return true;
  }

  private void remove(LvmId mirror, MirrorImages images) {
    LogicalVolume lv = draft.lv(mirror);
    requireOneSegment(lv);
    boolean done = false;
    if (work.facts.isActive(lv)) {
      MirrorFacts.Sync sync = work.facts.sync(lv);
      if (sync == MirrorFacts.Sync.UNKNOWN) {
        throw new FailedException("Unable to determine mirror sync status.");
      }
      done = sync == MirrorFacts.Sync.DONE;
    } else if (!agreesToResync(mirror)) {
      throw new FailedException("Logical volume " + draft.path(mirror) + " NOT converted.");
    }
    if (!done) {
      draft.setFlag(mirror, Flag.NOTSYNCED, false);
    }
    work.assumeInSync(done);
    images.remove(mirror, Mirrors.imageCount(draft.vg(), draft.lv(mirror)), true);
  }

  private boolean agreesToResync(LvmId mirror) {
    return work.settings.force()
        || work.settings
            .prompter()
            .confirm(
                "Full resync required to convert inactive mirror volume "
                    + draft.path(mirror)
                    + " to core log. Proceed?");
  }

  private static void requireOneSegment(LogicalVolume lv) {
    if (lv.segments().size() != 1) {
      throw new FailedException("Multiple-segment mirror is not supported.");
    }
  }

  /** Adds a log, or copies to it. */
  void extend(LvmId mirror, int old, int count, Sectors region, MirrorWork.Placement place) {
    requireOneSegment(draft.lv(mirror));
    if (count > 1) {
      requireMirroredLogs();
    }
    AllocationShape shape = shape(mirror, 0, 1, count - old, region);
    Allocation found = work.allocate(mirror, shape, 0, place, "mirror log");
    if (old > 0) {
      LvmId log = draft.mirror(mirror).log().orElseThrow();
      mirrorLog(log, found.logs(), region);
      draft.commit(log);
      return;
    }
    boolean inSync =
        work.assumesInSync() || work.facts.sync(draft.lv(mirror)) == MirrorFacts.Sync.DONE;
    LvmId log = create(mirror, found, count, region, place.policy(), inSync);
    draft.attachLog(mirror, log);
  }

  private void requireMirroredLogs() {
    if (!work.settings.mirroredLogs()) {
      throw new FailedException(
          "Log type \"mirrored\" is DEPRECATED. Use RAID1 LV or disk log instead.");
    }
    work.messages()
        .warn("Log type \"mirrored\" creation/conversion is not supported for regular operation!");
  }
}
