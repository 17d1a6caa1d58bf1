package org.jlvm.core.plan.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.AllocationRequest;
import org.jlvm.core.alloc.AllocationShape;
import org.jlvm.core.alloc.Allocator;
import org.jlvm.core.alloc.ExtensionRequest;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.LvExtension;
import org.jlvm.core.alloc.LvReduction;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.units.Sectors;

/** Makes new mirrors. */
public final class MirrorCreation {
  /** A volume that is only about to be made. */
  private static final MirrorFacts NOTHING_YET =
      new MirrorFacts() {
        @Override
        public boolean isActive(LogicalVolume lv) {
          return false;
        }

        @Override
        public Sync sync(LogicalVolume lv) {
          return Sync.UNKNOWN;
        }

        @Override
        public boolean isPartial(LogicalVolume lv) {
          return false;
        }
      };

  private final ExtensionRequest extension;
  private final Wish wish;
  private final MirrorWork work;
  private final MirrorDraft draft;
  private final LvmId id;

  /**
   * What a new mirror is to be.
   *
   * @param images copies
   * @param logs copies of the log; 0 for one in memory
   * @param region size of a region
   * @param noSync whether the copies count as equal from the start
   */
  public record Wish(int images, int logs, Sectors region, boolean noSync) {}

  private MirrorCreation(ExtensionRequest extension, Wish wish, MirrorSettings settings) {
    VolumeGroup vg = extension.vg();
    this.extension = extension;
    this.wish = wish;
    this.work = new MirrorWork(vg, NOTHING_YET, settings);
    this.draft = work.draft;
    this.id = extension.lv().id();
  }

  /**
   * The steps up to the commit of the whole mirror.
   *
   * @param extension a volume without segments, not in its group yet
   * @throws org.jlvm.core.error.FailedException if there is no space for it
   */
  public static Plan.Builder plan(ExtensionRequest extension, Wish wish, MirrorSettings settings) {
    MirrorCreation creation = new MirrorCreation(extension, wish, settings);
    creation.make();
    return creation.draft.steps();
  }

  private void make() {
    work.assumeInSync(wish.noSync());
    draft.addVolume(extension.lv());
    Allocation found = allocate();
    List<Area> images = new ArrayList<>(wish.images());
    for (int i = 0; i < wish.images(); i++) {
      images.add(new Area.OnLv(image(found, i), 0));
    }
    setContents(found.extents(), images);
    leaveRoomForLog(found.extents(), images);
    if (wish.logs() > 0) {
      MirrorWork.Placement place = new MirrorWork.Placement(extension.pvs(), extension.policy());
      new MirrorLogs(work).extend(id, 0, wish.logs(), wish.region(), place);
    }
    draft.commit();
  }

  private Allocation allocate() {
    AllocationShape shape = AllocationShape.mirrored(wish.images(), extension.stripes(), 0, 0);
    AllocationRequest request =
        AllocationRequest.extend(extension.vg(), extension.lv(), shape, extension.extents())
            .withPolicy(extension.policy())
            .withPvs(extension.pvs())
            .approximately(extension.approximate());
    return Allocator.allocate(request, work.settings.allocation(), work.messages());
  }

  private LvmId image(Allocation found, int index) {
    int stripes = extension.stripes();
    LogicalVolume lv = extension.lv();
    LvmId image = draft.create(lv.name() + "_mimage_" + index, false, true, lv.allocation());
    draft.replace(
        LvExtension.withSegments(
            draft.lv(image),
            LvExtension.segments(found, index * stripes, stripes, extension.stripeSize(), 0)));
    return image;
  }

  private void setContents(long extents, List<Area> images) {
    MirrorSegment segment =
        new MirrorSegment(
            SegmentHead.of(0, extents),
            images,
            OptionalLong.empty(),
            Optional.empty(),
            wish.region());
    draft.replace(draft.lv(id).withSegments(List.of(segment)));
  }

  /** A mirror that fills its group is made an extent shorter for its log. */
  private void leaveRoomForLog(long extents, List<Area> images) {
    boolean full = FreeExtents.of(draft.vg()).total() == 0;
    if (wish.logs() == 0 || !full || extents <= 1) {
      return;
    }
    setContents(extents - 1, images);
    for (Area image : images) {
      LvmId part = ((Area.OnLv) image).lv();
      draft.replace(LvReduction.reduce(draft.lv(part), 1));
    }
  }
}
