package org.jlvm.core.plan.lv;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.alloc.AllocationSettings;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.LvResize;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.mirror.MirrorResize;
import org.jlvm.core.plan.mirror.Mirrors;
import org.jlvm.core.plan.raid.RaidResize;
import org.jlvm.core.plan.raid.RaidTracking;
import org.jlvm.core.segtype.ActiveParts;
import org.jlvm.core.segtype.LvLocks;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.raid.RaidType;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.segtype.virtual.VirtualSegment;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/** Plans longer and shorter volumes. */
public final class LvResizePlanner {
  private LvResizePlanner() {}

  /**
   * A change of length that is possible; extents are not allocated yet.
   *
   * @param request what was asked for
   * @param free the group's free extents
   * @param target what it comes to
   */
  public record Checked(LvResize.Request request, FreeExtents free, LvResize.Target target) {
    public boolean isReduction() {
      return target.direction() == LvResize.Direction.REDUCE;
    }
  }

  /**
   * Works out what is to be done.
   *
   * @param defaultStripe size of stripes where the volume has none yet
   * @param live what is known of devices
   * @throws FailedException if that is not possible
   */
  public static Checked check(
      LvResize.Request request,
      Sectors defaultStripe,
      LiveFacts live,
      Messages messages,
      SizeFormat sizes) {
    LogicalVolume lv = request.lv();
    requireOwn(request.vg(), lv);
    String path = request.vg().name() + "/" + lv.name();
    requireUnderstood(lv, path);
    if (LvLocks.isLocked(request.vg(), lv)) {
      throw new FailedException("Can't resize locked logical volume " + path + '.');
    }
    if (Mirrors.isConverting(request.vg(), lv)) {
      throw new FailedException(
          "Can't resize logical volume " + path + " while lvconvert in progress.");
    }
    if (new ActiveParts(request.vg(), live::isActive).areIn(lv)) {
      throw new FailedException(
          "Cannot resize logical volume " + path + " with active component LV(s).");
    }
    FreeExtents free = FreeExtents.of(request.vg());
    LvResize.Target target = LvResize.resolve(request, free, defaultStripe, messages, sizes);
    requireResizable(request, target, live, sizes);
    if (target.direction() == LvResize.Direction.REDUCE && !request.pvs().wholeGroup()) {
      messages.info("Ignoring PVs on command line when reducing.");
    }
    return new Checked(request, free, target);
  }

  /**
   * The plan, without its backup.
   *
   * @param sync about the new part of a volume that is kept in several copies
   * @throws FailedException if there are not enough extents, or nothing would change
   */
  public static Plan plan(
      Checked checked,
      AllocationSettings settings,
      GrowthSync sync,
      Messages messages,
      SizeFormat sizes) {
    LvResize.Request request = checked.request();
    LogicalVolume lv = request.lv();
    LvResize.Change change = change(checked, settings, sync, messages);
    VolumeGroup resized = LvResize.apply(request, checked.target(), change, messages, sizes);
    if (resized.lv(lv.id()).extentCount() == lv.extentCount()) {
      throw new FailedException("");
    }
    requireRegionFits(resized, resized.lv(lv.id()), messages);
    Plan.Builder plan = Plan.of(request.vg());
    if (!checked.isReduction() && resized.lv(lv.id()).flags().has(Flag.NOTSYNCED)) {
      plan.add(new Step.AssumeInSync(true));
    }
    return plan.commit(resized, List.of(lv.id())).build();
  }

  /** A mirror must have the length of a region at least, or nobody reads its group again. */
  private static void requireRegionFits(VolumeGroup vg, LogicalVolume lv, Messages messages) {
    Sectors region = lv.firstSegment().regionSize().orElse(Sectors.ZERO);
    if (Mirrors.isMirror(lv) && region.compareTo(lv.size(vg.extentSize())) > 0) {
      messages.error(
          "LV "
              + vg.name()
              + "/"
              + lv.name()
              + ", segment 1 invalid: region size is bigger then LV itself for mirror segment.");
      throw new FailedException("Internal error: LV segments corrupted in " + lv.name() + '.');
    }
  }

  private static LvResize.Change change(
      Checked checked, AllocationSettings settings, GrowthSync sync, Messages messages) {
    LogicalVolume lv = checked.request().lv();
    if (lv.firstSegment() instanceof RaidSegment) {
      return sync.checked(RaidResize.change(settings, messages));
    }
    if (Mirrors.isMirror(lv)) {
      return sync.checked(
          (request, target) ->
              checked.isReduction()
                  ? MirrorResize.reduced(request.vg(), lv, lv.extentCount() - target.extents())
                  : MirrorResize.extended(LvResize.extension(request, target), settings, messages));
    }
    return LvResize.plain(checked.free(), settings, messages);
  }

  private static void requireResizable(
      LvResize.Request request, LvResize.Target target, LiveFacts live, SizeFormat sizes) {
    VolumeGroup vg = request.vg();
    LogicalVolume lv = request.lv();
    LvRelations relations = LvRelations.of(vg);
    boolean reducing = target.direction() == LvResize.Direction.REDUCE;
    Optional<LvRelations.Snapshot> snapshot = relations.snapshotOfCow(lv.id());
    if (snapshot.isPresent() && snapshot.get().segment().merging()) {
      throw new FailedException(
          "Cannot resize merging snapshot " + vg.name() + '/' + lv.name() + '.');
    }
    if (relations.isOrigin(lv.id())) {
      if (reducing) {
        throw new FailedException("Snapshot origin volumes cannot be reduced in size yet.");
      }
      if (live.isActive(lv)) {
        throw new FailedException(
            "Snapshot origin volumes can be resized only while inactive: try lvchange -an.");
      }
    }
    if (snapshot.isPresent() && reducing && !target.unchanged()) {
      LogicalVolume origin = vg.lv(snapshot.get().segment().origin());
      requireReducible(vg, lv, origin, target.extents(), live, sizes);
    }
  }

  /** What was written to a store must stay in it. */
  private static void requireReducible(
      VolumeGroup vg,
      LogicalVolume store,
      LogicalVolume origin,
      long extents,
      LiveFacts live,
      SizeFormat sizes) {
    String path = vg.name() + "/" + store.name();
    if (!live.isActive(origin)) {
      throw new FailedException(
          "Inactive snapshot " + path + " cannot be reduced (activate or remove it).");
    }
    LiveFacts.StoreUse use =
        live.storeUse(store)
            .orElseThrow(
                () -> new FailedException("Cannot tell how full snapshot " + path + " is."));
    if (use.broken()) {
      throw new FailedException("Invalid snapshot " + path + " cannot be reduced, only removed.");
    }
    if (extents * vg.extentSize().count() < use.used()) {
      throw new FailedException(
          "Cannot reduce snapshot "
              + path
              + " to below "
              + sizes.display(Sectors.of(use.used()))
              + " ("
              + use.percent()
              + "% full, would lose exception data).");
    }
  }

  private static void requireOwn(VolumeGroup vg, LogicalVolume lv) {
    String path = vg.name() + "/" + lv.name();
    if (!LvRelations.of(vg).isVisible(lv)) {
      throw new FailedException("Can't resize internal logical volume " + path + '.');
    }
    if (RaidTracking.isTracking(vg, lv)) {
      throw new FailedException(
          "Cannot resize logical volume " + path + " while it is tracking a split image.");
    }
  }

  private static void requireUnderstood(LogicalVolume lv, String path) {
    for (Segment segment : lv.segments()) {
      boolean known =
          segment instanceof StripedSegment
              || segment instanceof VirtualSegment
              || Mirrors.isMirror(lv)
              || (segment instanceof RaidSegment raid && raid.type() == RaidType.RAID1);
      if (!known) {
        throw new FailedException(
            "Logical volume "
                + path
                + " of type "
                + segment.displayName()
                + " cannot be resized yet.");
      }
    }
  }
}
