package org.jlvm.core.plan.mirror;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.AllocationRequest;
import org.jlvm.core.alloc.AllocationShape;
import org.jlvm.core.alloc.Allocator;
import org.jlvm.core.alloc.LvExtension;
import org.jlvm.core.alloc.ParallelAreas;
import org.jlvm.core.alloc.PvChoice;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.raid.RaidSizes;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.raid.RaidType;
import org.jlvm.core.units.Sectors;

/** Makes a RAID1 volume of a mirror: its copies stay, each gets a metadata volume beside it. */
public final class MirrorToRaid {
  /** The device is only there to be written to, not to be looked into. */
  private static final Step.ActivationRequest FOR_CLEARING =
      new Step.ActivationRequest(false, false, true);

  private final MirrorWork work;
  private final MirrorDraft draft;
  private final LvmId id;

  private MirrorToRaid(MirrorWork work, LvmId id) {
    this.work = work;
    this.draft = work.draft;
    this.id = id;
  }

  /**
   * The plan.
   *
   * @param lv active, or nothing is known of its copies
   * @throws FailedException if the mirror is not in sync, or there is no space
   */
  public static Plan plan(
      VolumeGroup vg, LogicalVolume lv, MirrorFacts facts, MirrorSettings settings) {
    MirrorToRaid conversion = new MirrorToRaid(new MirrorWork(vg, facts, settings), lv.id());
    conversion.requireConvertible();
    conversion.convert();
    return conversion.draft.build();
  }

  private void requireConvertible() {
    LogicalVolume lv = draft.lv(id);
    work.requireNoSnapshots(id);
    if (work.facts.sync(lv) != MirrorFacts.Sync.DONE) {
      throw new FailedException(
          "Unable to convert " + draft.path(id) + " while it is not in-sync.");
    }
  }

  private void convert() {
    List<LvmId> metadata = new ArrayList<>();
    for (LogicalVolume image : Mirrors.images(draft.vg(), draft.lv(id))) {
      metadata.add(metadata(image));
    }
    draft.commit();
    clear(metadata);
    work.assumeInSync(true);
    if (draft.mirror(id).log().isPresent()) {
      MirrorImages images = new MirrorImages(work, image -> true);
      images.remove(id, Mirrors.imageCount(draft.vg(), draft.lv(id)), true);
    }
    for (LvmId part : metadata) {
      draft.setFlag(part, Flag.REBUILD, false);
      draft.setFlag(part, Flag.VISIBLE, false);
    }
    MirrorSegment mirror = draft.mirror(id);
    renameImages(mirror);
    RaidSegment.RaidSettings settings =
        new RaidSegment.RaidSettings(
            mirror.region(), Sectors.ZERO, OptionalLong.empty(), 0, 0, 0, OptionalLong.empty());
    RaidSegment raid =
        new RaidSegment(mirror.head(), RaidType.RAID1, mirror.areas(), metadata, settings);
    draft.replace(draft.lv(id).withSegments(List.of(raid)));
    draft.commit(id);
  }

  /** On the same physical volumes as the image. */
  private LvmId metadata(LogicalVolume image) {
    long extents =
        RaidSizes.metadataExtents(
            image.extentCount(), draft.mirror(id).region(), draft.vg().extentSize());
    AllocationRequest request =
        AllocationRequest.beside(
                draft.vg(), AllocationShape.striped(1), extents, ParallelAreas.NONE)
            .withPolicy(image.allocation())
            .withPvs(pvsOf(image));
    Allocation found;
    try {
      found = Allocator.allocate(request, work.settings.allocation(), work.messages());
    } catch (FailedException e) {
      work.messages().error(e.getMessage());
      throw new FailedException(
          "Failed to allocate metadata LV for "
              + draft.path(image.id())
              + " in "
              + draft.path(id)
              + '.',
          e);
    }
    String name = draft.freeName(draft.lv(id).name() + "_rmeta_");
    LvmId metadata = draft.create(name, true, true, AllocationPolicy.INHERIT);
    draft.setFlag(metadata, Flag.REBUILD, true);
    draft.replace(
        LvExtension.withSegments(
            draft.lv(metadata), LvExtension.segments(found, 0, 1, Sectors.ZERO, 0)));
    return metadata;
  }

  private PvChoices pvsOf(LogicalVolume image) {
    Set<LvmId> ids = new LinkedHashSet<>();
    for (Segment segment : image.segments()) {
      for (Area area : segment.areas()) {
        if (area instanceof Area.OnPv onPv) {
          ids.add(onPv.pv());
        }
      }
    }
    List<PvChoice> choices = new ArrayList<>();
    for (LvmId pv : ids) {
      choices.add(PvChoice.whole(draft.vg().pv(pv)));
    }
    return PvChoices.of(choices);
  }

  private void clear(List<LvmId> metadata) {
    for (LvmId part : metadata) {
      draft.add(new Step.Activate(part, FOR_CLEARING));
    }
    Step.WipeRequest wipe = new Step.WipeRequest(Step.WipeRequest.DEFAULT_SECTORS, false, false);
    for (LvmId part : metadata) {
      draft.add(new Step.Wipe(part, wipe));
    }
    for (LvmId part : metadata) {
      draft.add(new Step.Deactivate(part));
    }
  }

  private void renameImages(MirrorSegment mirror) {
    int number = 0;
    for (Area area : mirror.areas()) {
      draft.rename(((Area.OnLv) area).lv(), draft.lv(id).name() + "_rimage_" + number);
      number++;
    }
  }
}
