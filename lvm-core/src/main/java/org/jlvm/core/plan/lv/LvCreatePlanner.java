package org.jlvm.core.plan.lv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jlvm.core.alloc.CowSize;
import org.jlvm.core.alloc.ExtensionRequest;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.LvCreation;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.GeneratedNames;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.mirror.MirrorCreation;
import org.jlvm.core.plan.raid.RaidCreation;
import org.jlvm.core.plan.raid.RaidParts;
import org.jlvm.core.plan.raid.RaidSizes;
import org.jlvm.core.plan.raid.RaidWiping;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.virtual.VirtualSegment;
import org.jlvm.core.segtype.virtual.VirtualType;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/** Plans new volumes. */
public final class LvCreatePlanner {
  private final VolumeGroup vg;
  private final SizeFormat sizes;
  private final Messages messages;
  private final boolean testMode;

  public LvCreatePlanner(VolumeGroup vg, SizeFormat sizes, Messages messages, boolean testMode) {
    this.vg = vg;
    this.sizes = sizes;
    this.messages = messages;
    this.testMode = testMode;
  }

  /**
   * The plan.
   *
   * @param warnings what to warn of once the request is known to make sense
   * @throws FailedException if the name is taken or the space does not suffice
   */
  public Plan plan(LvCreateRequest request, Runnable warnings) {
    LvCreation.Request creation =
        new LvCreation.Request(
            vg,
            empty(request),
            request.amount(),
            request.stripes(),
            request.type(),
            request.allocation(),
            request.pvs(),
            request.snapshot().filter(of -> of.virtual().isEmpty()).map(this::store),
            request.copies().map(LvCreateRequest.Copies::count).orElse(1));
    LongConsumer checks =
        extents -> {
          requireFree(request);
          warnings.run();
          request
              .snapshot()
              .filter(of -> of.virtual().isEmpty())
              .ifPresent(of -> SnapshotLink.requireFreezable(vg, of.origin(), messages));
        };
    if (request.copies().isPresent()) {
      return copiesSteps(request, request.copies().get(), creation, checks);
    }
    LogicalVolume lv = LvCreation.create(creation, request.settings(), messages, sizes, checks);
    if (request.snapshot().isPresent()) {
      store(request.snapshot().get()).requireEnough(vg, lv.extentCount(), sizes);
      return snapshotSteps(request, lv, request.snapshot().get());
    }
    return steps(request, lv, Plan.of(vg).commit(with(lv)));
  }

  private void requireFree(LvCreateRequest request) {
    if (request.name().isPresent() && vg.findLv(request.name().get()).isPresent()) {
      throw new FailedException(
          "Logical Volume \""
              + request.name().get()
              + "\" already exists in volume group \""
              + vg.name()
              + '"');
    }
    if (vg.hasMaxLvs()) {
      String full = vg.maxLvsMessage();
      // lvm2's function that tells says so itself, and its caller again.
      messages.verbose(full);
      throw new FailedException(full);
    }
  }

  private LogicalVolume empty(LvCreateRequest request) {
    Flags flags = Flags.of(Flags.Owner.LV, Flag.READ, Flag.VISIBLE);
    // A store is written to before it is tied to its origin.
    flags = flags.with(Flag.WRITE, request.writable() || request.snapshot().isPresent());
    flags = flags.with(Flag.FIXED_MINOR, request.minor().isPresent());
    flags = flags.with(Flag.ACTIVATION_SKIP, request.activationSkip());
    flags = flags.with(Flag.NOAUTOACTIVATE, !request.autoActivation());
    flags =
        flags.with(
            Flag.NOTSYNCED, request.copies().map(LvCreateRequest.Copies::noSync).orElse(false));
    LvName name = request.name().map(LvName::new).orElseGet(() -> GeneratedNames.next(vg, "lvol"));
    return new LogicalVolume.Builder(request.id(), name)
        .flags(flags)
        .tags(request.tags())
        .creation(request.creation())
        .allocation(request.allocation())
        .readAhead(request.readAhead())
        .major(request.major())
        .minor(request.minor())
        .build();
  }

  private CowSize store(LvCreateRequest.SnapshotOf of) {
    return new CowSize(
        of.virtual().orElseGet(() -> vg.lv(of.origin()).extentCount()), of.chunk(), of.leaks());
  }

  /** The store is cleared as a volume of its own before the origin is frozen. */
  private Plan snapshotSteps(
      LvCreateRequest request, LogicalVolume store, LvCreateRequest.SnapshotOf of) {
    Plan.Builder plan = Plan.of(vg).commit(with(store));
    warnOfLoss(plan, store, of);
    plan.add(new Step.Activate(store.id(), Step.ActivationRequest.FOR_WIPING));
    plan.add(
        new Step.Wipe(
            store.id(), new Step.WipeRequest(Step.WipeRequest.DEFAULT_SECTORS, false, false)));
    plan.add(new Step.Deactivate(store.id()));
    LogicalVolume ready = store.withFlag(Flag.WRITE, request.writable());
    SnapshotLink link =
        new SnapshotLink(of.origin(), store.id(), of.chunk(), of.linkId(), request.creation());
    VolumeGroup now = plan.now().withLv(ready);
    if (of.virtual().isPresent()) {
      LogicalVolume origin = virtualOrigin(request, store, of);
      plan.commit(link.added(now.withNewLv(origin)));
      addActivation(plan, request, origin);
    } else {
      plan.commit(link.added(now), List.of(of.origin()));
    }
    return plan.tell(Level.INFO, "Logical volume \"" + store.name() + "\" created.")
        .add(new Step.Backup())
        .build();
  }

  private void warnOfLoss(Plan.Builder plan, LogicalVolume store, LvCreateRequest.SnapshotOf of) {
    Optional<LogicalVolume> origin = vg.findLv(of.origin());
    if (origin.isPresent() && origin.get().firstSegment() instanceof RaidSegment raid) {
      plan.tell(
          Level.WARN,
          "WARNING: Loss of snapshot "
              + store.name()
              + " will cause the activation of the "
              + raid.type().name()
              + " LV "
              + path(origin.get())
              + " to fail!");
    }
  }

  /** The hidden volume of zeros below a sparse one. */
  private static LogicalVolume virtualOrigin(
      LvCreateRequest request, LogicalVolume store, LvCreateRequest.SnapshotOf of) {
    SegmentHead head = SegmentHead.of(0, of.virtual().getAsLong());
    return new LogicalVolume.Builder(of.origin(), new LvName(store.name() + "_vorigin"))
        .flags(Flags.of(Flags.Owner.LV, Flag.READ))
        .creation(request.creation())
        .segments(List.of(new VirtualSegment(head, VirtualType.ZERO)))
        .build();
  }

  private Plan copiesSteps(
      LvCreateRequest request,
      LvCreateRequest.Copies copies,
      LvCreation.Request creation,
      LongConsumer checks) {
    LongConsumer allChecks =
        extents -> {
          checks.accept(extents);
          if (reducedRegion(copies, extents).compareTo(copies.region()) < 0) {
            messages.info(
                "Using reduced mirror region size of "
                    + sizes.display(reducedRegion(copies, extents)));
          }
          if (copies.noSync()) {
            messages.warn(
                "WARNING: New "
                    + request.type().name()
                    + " won't be synchronized. Don't read what you didn't write!");
          }
        };
    ExtensionRequest extension =
        LvCreation.resolve(creation, FreeExtents.of(vg), messages, sizes, allChecks);
    if (copies.mirror().isPresent()) {
      return mirrorSteps(request, copies, copies.mirror().get(), extension);
    }
    RaidCreation.Wish wish =
        new RaidCreation.Wish(
            copies.count(),
            reducedRegion(copies, extension.extents()),
            copies.minRecoveryRate(),
            copies.maxRecoveryRate());
    RaidParts parts = new RaidParts(copies.ids(), request.creation(), request.allocation());
    RaidCreation raid = RaidCreation.create(extension, wish, parts, request.settings(), messages);
    messages.verbose("Creating logical volume " + raid.lv().name());
    Plan.Builder plan = RaidWiping.of(vg, raid, testMode);
    return steps(request, raid.lv(), plan.add(new Step.AssumeInSync(copies.noSync())));
  }

  private Plan mirrorSteps(
      LvCreateRequest request,
      LvCreateRequest.Copies copies,
      LvCreateRequest.OldMirror mirror,
      ExtensionRequest extension) {
    MirrorCreation.Wish wish =
        new MirrorCreation.Wish(
            copies.count(),
            mirror.logs(),
            reducedRegion(copies, extension.extents()),
            copies.noSync());
    messages.verbose("Creating logical volume " + extension.lv().name());
    Plan.Builder plan = MirrorCreation.plan(extension, wish, mirror.settings());
    return steps(request, plan.now().lv(request.id()), plan);
  }

  private Sectors reducedRegion(LvCreateRequest.Copies copies, long extents) {
    return RaidSizes.reducedRegion(vg.extentSize().times(extents), copies.region());
  }

  private VolumeGroup with(LogicalVolume lv) {
    List<LogicalVolume> lvs = new ArrayList<>(vg.lvs());
    lvs.add(lv);
    return vg.toBuilder().lvs(lvs).build();
  }

  private Plan steps(LvCreateRequest request, LogicalVolume lv, Plan.Builder plan) {
    if (testMode) {
      plan.tell(Level.VERBOSE, "Test mode: Skipping activation, zeroing and signature wiping.");
    } else {
      addActivation(plan, request, lv);
      addWiping(plan, request, lv);
    }
    return plan.tell(Level.INFO, "Logical volume \"" + lv.name() + "\" created.")
        .add(new Step.Backup())
        .build();
  }

  private void addActivation(Plan.Builder plan, LvCreateRequest request, LogicalVolume lv) {
    if (request.activation().isEmpty()) {
      return;
    }
    boolean activates = request.activation().get().activates(vg, lv);
    plan.tell(
        Level.VERBOSE,
        (activates ? "Activating" : "Deactivating") + " logical volume " + path(lv) + '.');
    if (activates && request.hasDriver()) {
      plan.add(
          new Step.Activate(
              lv.id(),
              clears(request) ? Step.ActivationRequest.NEW : Step.ActivationRequest.PLAIN));
    }
  }

  private void addWiping(Plan.Builder plan, LvCreateRequest request, LogicalVolume lv) {
    boolean readOnly = request.activation().map(choice -> choice.isReadOnly(vg, lv)).orElse(false);
    if (readOnly && !(request.type() instanceof VirtualType)) {
      plan.tell(
          Level.WARN, "WARNING: Read-only activated logical volume " + path(lv) + " not zeroed.");
    } else if (clears(request)) {
      long sectors = request.zero() ? Step.WipeRequest.DEFAULT_SECTORS : 0;
      plan.add(
          new Step.Wipe(lv.id(), new Step.WipeRequest(sectors, request.wipeSignatures(), false)));
    } else if (!(request.type() instanceof VirtualType)) {
      plan.tell(Level.WARN, "WARNING: Logical volume " + path(lv) + " not zeroed.");
      plan.tell(
          Level.VERBOSE, "Signature wiping on logical volume " + path(lv) + " not requested.");
    }
  }

  private static boolean clears(LvCreateRequest request) {
    return request.zero() || request.wipeSignatures();
  }

  private String path(LogicalVolume lv) {
    return vg.name() + "/" + lv.name();
  }
}
