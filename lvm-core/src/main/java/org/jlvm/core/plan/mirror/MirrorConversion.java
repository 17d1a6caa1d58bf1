package org.jlvm.core.plan.mirror;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.PvChoice;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.ActiveParts;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.virtual.VirtualSegment;
import org.jlvm.core.segtype.virtual.VirtualType;
import org.jlvm.core.units.Sectors;

/** Changes how many copies a volume has, and where the log of a mirror is. */
public final class MirrorConversion {
  private final Request request;
  private final MirrorWork work;
  private final MirrorDraft draft;
  private final MirrorLogs logs;
  private final MirrorImages images;
  private final LvmId id;
  private boolean goesOn;
  private Optional<FailedException> failure = Optional.empty();

  /**
   * A wish.
   *
   * @param vg the group
   * @param lv linear, striped or a mirror
   * @param images copies to have, 1 or more
   * @param logs copies of the log to have; 0 for one in memory
   * @param region size of a region, if given
   * @param stripes of each new copy
   * @param stripe size of a stripe
   * @param pvs where new copies may go, or which old ones go first
   * @param policy for new extents
   * @param splitName name of the volume that is made of copies that are taken out, if they are kept
   */
  public record Request(
      VolumeGroup vg,
      LogicalVolume lv,
      int images,
      int logs,
      Optional<Sectors> region,
      int stripes,
      Sectors stripe,
      PvChoices pvs,
      AllocationPolicy policy,
      Optional<String> splitName) {}

  /**
   * A conversion about to begin.
   *
   * @param goesOn whether the driver has to copy before it is done
   * @param failure why the copies could not be added, after the plan took back what led there
   */
  public record Planned(Plan plan, boolean goesOn, Optional<FailedException> failure) {

    /**
     * To be called when the plan was carried out.
     *
     * @throws FailedException if the copies could not be added
     */
    public void requireDone() {
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }

  private MirrorConversion(Request request, MirrorFacts facts, MirrorSettings settings) {
    this.request = request;
    this.work = new MirrorWork(request.vg(), facts, settings);
    this.draft = work.draft;
    this.logs = new MirrorLogs(work);
    this.images = new MirrorImages(work, on(request.pvs()));
    this.id = request.lv().id();
  }

  /** Copies that lie on some physical volumes entirely. */
  static Predicate<LogicalVolume> on(PvChoices pvs) {
    Set<LvmId> ids = new HashSet<>();
    for (PvChoice choice : pvs.choices()) {
      ids.add(choice.pv());
    }
    return lv -> isOn(lv, ids);
  }

  static boolean isOn(LogicalVolume lv, Set<LvmId> pvs) {
    if (pvs.isEmpty()) {
      return true;
    }
    for (Segment segment : lv.segments()) {
      for (Area area : segment.areas()) {
        if (!(area instanceof Area.OnPv onPv) || !pvs.contains(onPv.pv())) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * The plan.
   *
   * @throws FailedException if it cannot be done
   */
  public static Planned plan(Request request, MirrorFacts facts, MirrorSettings settings) {
    MirrorConversion conversion = new MirrorConversion(request, facts, settings);
    conversion.convert();
    return new Planned(conversion.draft.build(), conversion.goesOn, conversion.failure);
  }

  private void convert() {
    LogicalVolume lv = request.lv();
    boolean mirror = Mirrors.isMirror(lv);
    Sectors wanted =
        request.region().orElseGet(() -> mirror ? draft.mirror(id).region() : Sectors.ZERO);
    Sectors region = work.fittingRegion(id, wanted);
    requireNoActiveComponents();
    int oldImages = Mirrors.imageCount(draft.vg(), lv);
    int oldLogs = Mirrors.logCount(draft.vg(), lv);
    if (!mirror) {
      makeMirror(region);
      goesOn = true;
    } else if (request.images() > oldImages) {
      requireExtendable(lv);
      goesOn = addImages(region, request.images() - oldImages);
      draft.commit(id);
      return;
    } else if (request.images() < oldImages) {
      takeImages(oldImages);
    }
    if (Mirrors.isMirror(draft.lv(id)) && oldLogs != request.logs()) {
      changeLog();
    }
    draft.commit(id);
  }

  private MirrorWork.Placement place() {
    return new MirrorWork.Placement(request.pvs(), request.policy());
  }

  private void changeLog() {
    logs.change(id, request.logs(), request.region(), place(), images);
  }

  private void requireNoActiveComponents() {
    if (new ActiveParts(draft.vg(), work.facts::isActive).areIn(request.lv())) {
      throw new FailedException(
          "Cannot convert logical volume " + draft.path(id) + " with active component LV(s).");
    }
  }

  /** The log is written before the volume changes. */
  private void makeMirror(Sectors region) {
    if (request.logs() == 0) {
      work.assumeInSync(false);
    }
    int copies = request.images() - 1;
    Allocation found =
        work.allocate(
            id,
            logs.shape(id, copies, request.stripes(), request.logs(), region),
            request.lv().extentCount(),
            place(),
            "mirror(s)");
    Optional<LvmId> log = Optional.empty();
    if (request.logs() > 0) {
      Sectors extent = draft.vg().extentSize();
      Sectors ofLog = region.compareTo(extent) > 0 ? extent : region;
      log =
          Optional.of(
              logs.create(
                  id, found, request.logs(), ofLog, request.policy(), work.assumesInSync()));
    }
    images.add(id, found, copies, request.stripes(), request.stripe(), region);
    log.ifPresent(made -> draft.attachLog(id, made));
  }

  private void requireExtendable(LogicalVolume lv) {
    if (lv.flags().has(Flag.NOTSYNCED)) {
      throw new FailedException(
          "Can't add mirror to out-of-sync mirrored LV: use lvchange --resync first.");
    }
    if (LvRelations.of(draft.vg()).isOrigin(id)) {
      throw new FailedException(
          "Can't add additional mirror images to mirror "
              + draft.path(id)
              + " which is under snapshots.");
    }
    if (Mirrors.layer(draft.vg(), lv).isPresent() || Mirrors.isConverting(draft.vg(), lv)) {
      throw new FailedException(
          draft.path(id) + " is already being converted.  Unable to start another conversion.");
    }
  }

  /**
   * With a log on disk the copies there are stay in sync in a layer of their own meanwhile. Without
   * room for more the group is written all the same, as it was before the layer.
   *
   * @return whether there was room
   */
  private boolean addImages(Sectors region, int copies) {
    changeLog();
    boolean layered = draft.mirror(id).log().isPresent();
    Allocation found;
    try {
      found =
          work.allocate(
              id,
              logs.shape(id, copies, request.stripes(), 0, region),
              draft.lv(id).extentCount(),
              place(),
              "mirror(s)");
    } catch (FailedException e) {
      if (!layered) {
        throw noLayer(e);
      }
      failure = Optional.of(e);
      return false;
    }
    if (layered) {
      insertLayer();
    }
    work.assumeInSync(false);
    images.add(id, found, copies, request.stripes(), request.stripe(), region);
    return true;
  }

  /** The first copy is taken for the layer, which it is not. */
  private FailedException noLayer(FailedException cause) {
    MirrorSegment mirror = draft.mirror(id);
    work.messages().error(cause.getMessage());
    work.messages()
        .error(
            "Invalid "
                + mirror.areas().size()
                + " area count(s) in "
                + draft.path(id)
                + ", expected only 1.");
    String first = draft.path(((Area.OnLv) mirror.areas().get(0)).lv());
    work.messages().error("ABORTING: Failed to remove temporary mirror layer " + first + '.');
    return new FailedException("Manual cleanup with vgcfgrestore and dmsetup may be required.");
  }

  /** A device for the layer is there before anything is made of it. */
  private void insertLayer() {
    LogicalVolume lv = draft.lv(id);
    String image = lv.name() + "_mimage_";
    String number = draft.freeName(image).substring(image.length());
    String name = lv.name() + Mirrors.LAYER + '_' + number;
    removeStale(name);
    boolean writable = lv.flags().has(Flag.WRITE);
    LvmId layer = draft.create(name, false, writable, AllocationPolicy.INHERIT);
    if (work.facts.isActive(lv)) {
      SegmentHead head = SegmentHead.of(0, lv.extentCount());
      draft.replace(
          draft.lv(layer).withSegments(List.of(new VirtualSegment(head, VirtualType.ERROR))));
      draft.setTags(layer, lv.tags());
      draft.commit();
      draft.add(new Step.Activate(layer, Step.ActivationRequest.PLAIN));
      draft.setTags(layer, List.of());
    }
    draft.insertLayer(id, layer);
  }

  /** Of a process that ended before anything was made of it. */
  private void removeStale(String name) {
    Optional<LogicalVolume> stale = draft.vg().findLv(name);
    if (stale.isPresent() && LvRelations.of(draft.vg()).usersOf(stale.get().id()).isEmpty()) {
      images.drop(List.of(stale.get().id()));
    }
  }

  private void takeImages(int oldImages) {
    int count = oldImages - request.images();
    if (request.splitName().isEmpty()) {
      images.remove(id, request.images(), request.logs() == 0 || request.images() == 1);
      return;
    }
    String name = request.splitName().get();
    if (draft.vg().findLv(name).isPresent()) {
      throw new FailedException(
          "Logical Volume \""
              + name
              + "\" already exists in volume group \""
              + draft.vg().name()
              + "\".");
    }
    MirrorFacts.Sync sync = work.facts.sync(request.lv());
    if (sync == MirrorFacts.Sync.UNKNOWN) {
      work.messages().error("Unable to determine mirror sync status of " + draft.path(id) + '.');
    }
    if (sync != MirrorFacts.Sync.DONE) {
      throw new FailedException(
          "Unable to split mirror " + draft.path(id) + " that is not in-sync.");
    }
    images.split(id, count, name);
  }

  /**
   * The end of adding copies: the layer is dissolved as far as all is in sync.
   *
   * @throws FailedException if it cannot be done
   */
  public static Plan finish(
      VolumeGroup vg, LogicalVolume lv, MirrorFacts facts, MirrorSettings settings) {
    MirrorWork work = new MirrorWork(vg, facts, settings);
    new MirrorImages(work, image -> false).collapse(lv.id());
    work.draft.commit(lv.id());
    return work.draft.build();
  }
}
