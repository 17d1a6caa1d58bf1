package org.jlvm.activation;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jlvm.activation.live.Changes;
import org.jlvm.activation.live.CriticalSection;
import org.jlvm.activation.live.InUse;
import org.jlvm.activation.live.LiveDevice;
import org.jlvm.activation.live.TreeSwitch;
import org.jlvm.activation.live.VolumeLinks;
import org.jlvm.activation.node.DeviceNames;
import org.jlvm.activation.node.DeviceTree;
import org.jlvm.activation.node.Layer;
import org.jlvm.activation.node.Node;
import org.jlvm.activation.tree.TreeBuilder;
import org.jlvm.activation.tree.TreeWishes;
import org.jlvm.activation.tree.VolumeRoles;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.activation.ActivationPolicy;
import org.jlvm.core.engine.activation.LvStatus;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.SuspendMode;
import org.jlvm.dm.table.SnapshotMergeParams;
import org.jlvm.dm.table.TargetLine;
import org.jspecify.annotations.Nullable;

/** Volumes as devices of device-mapper. Not thread-safe. */
public final class KernelActivation implements Activation {
  private final Changes changes;
  private final CriticalSection section;
  private final VolumeOpener opener;
  private final ActivationConfig config;
  private final VolumeLinks links;
  private final InUse inUse;
  private final Statuses statuses;
  private boolean inSync;
  private boolean warnedOfMirror;
  private @Nullable VolumeRoles lastRoles;
  private @Nullable VolumeRoles cleaned;

  public KernelActivation(
      Changes changes, CriticalSection section, VolumeOpener opener, ActivationConfig config) {
    this.changes = changes;
    this.section = section;
    this.opener = opener;
    this.config = config;
    this.links =
        new VolumeLinks(config.deviceDirectory(), changes.messages(), config.linksByUdev());
    this.inUse = new InUse(config.sysDirectory(), Path.of("/proc"));
    this.statuses = new Statuses(changes);
  }

  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public boolean canWrite() {
    return true;
  }

  @Override
  public LvStatus status(VgState vg, LogicalVolume lv) {
    return translated(() -> top(roles(vg), lv).flatMap(changes::info).map(this::status))
        .orElse(LvStatus.INACTIVE);
  }

  @Override
  public boolean isActive(VgState vg, LogicalVolume lv) {
    return translated(() -> top(roles(vg), lv)).isPresent();
  }

  private LvStatus status(DmInfo info) {
    return new LvStatus(
        true,
        info.suspended(),
        info.openCount(),
        info.readOnly(),
        info.activeTable(),
        info.inactiveTable(),
        OptionalInt.of(info.number().major()),
        OptionalInt.of(info.number().minor()));
  }

  @Override
  public OptionalLong readAhead(VgState vg, LogicalVolume lv) {
    Optional<LiveDevice> device = translated(() -> top(roles(vg), lv));
    return device.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(translated(() -> changes.driver().readAhead(device.get().ref())).count());
  }

  @Override
  public Optional<TargetState> target(VgState vg, LogicalVolume lv, Segment segment) {
    return translated(() -> statuses.of(roles(vg), lv, segment));
  }

  @Override
  public void message(VgState vg, LogicalVolume lv, String message) {
    statuses.forget();
    VolumeRoles roles = roles(vg);
    DmUuid mapped =
        roles.relations().isOrigin(lv.id())
            ? DeviceNames.uuid(vg.vg().id(), lv.id(), Layer.REAL.suffix())
            : TreeBuilder.topUuid(roles, lv);
    translated(
        () -> {
          LiveDevice device =
              changes
                  .live()
                  .find(mapped, Optional.empty())
                  .or(() -> top(roles, lv))
                  .orElseThrow(
                      () ->
                          new FailedException(
                              "Unable to send message to an inactive logical volume."));
          return changes.driver().message(device.ref(), Sectors.ZERO, message);
        });
  }

  private VolumeRoles roles(VgState vg) {
    VolumeRoles known = lastRoles;
    if (known == null || known.state() != vg) {
      known = new VolumeRoles(vg, config.markedParts());
      lastRoles = known;
    }
    return known;
  }

  private Optional<LiveDevice> top(VolumeRoles roles, LogicalVolume lv) {
    return changes
        .live()
        .find(TreeBuilder.topUuid(roles, lv), TreeBuilder.formerTopUuid(roles, lv));
  }

  @Override
  public void activate(VgState vg, LvmId id, Step.ActivationRequest request) {
    statuses.forget();
    VolumeRoles roles = roles(vg);
    LogicalVolume lv = vg.vg().lv(id);
    boolean component = !roles.relations().isVisible(lv) && roles.isPartOfArray(lv);
    LogicalVolume root = component ? lv : roles.holder(lv);
    ActivationPolicy policy = config.policy();
    if (!policy.allows(vg.vg(), root)) {
      changes
          .messages()
          .verbose(
              "Not activating "
                  + vg.vg().name()
                  + '/'
                  + root.name()
                  + " since it does not pass activation filter.");
      return;
    }
    Activatable.require(vg, root, policy.mode());
    warnIfUnwatched(vg, root);
    boolean readOnly = request.readOnly() || !component && policy.isReadOnly(vg.vg(), root);
    TreeWishes wishes =
        wishes()
            .withReadOnly(readOnly ? Set.of(root.id()) : Set.of())
            .withPartial(policy.mode())
            .forWiping(!request.noScan(), request.temporary())
            .withComponents(component ? Set.of(id) : Set.of())
            .withPostponedMerges(postponedMerges(roles, root));
    translated(
        () -> {
          DeviceTree tree = TreeBuilder.build(roles, List.of(root.id()), wishes);
          activate(roles, root, tree, wishes);
          removeLeftovers(roles);
          return tree;
        });
  }

  /** A volume that is active already is only put in order, as after a command that was killed. */
  private void activate(VolumeRoles roles, LogicalVolume root, DeviceTree tree, TreeWishes wishes) {
    TreeActivation activation = new TreeActivation(changes, links);
    if (top(roles, root).isEmpty()) {
      activation.activate(tree);
    } else if (activation.isInOrder(tree)) {
      activation.link(tree);
    } else {
      SuspendMode mode = SuspendModes.of(roles, Set.of(root.id()));
      DeviceTree all = TreeBuilder.build(roles, withMisnamed(roles, root), wishes);
      TreeSwitch change = TreeSwitch.prepare(changes, all, all, mode, section);
      LinkedSwitch linked = new LinkedSwitch(change, all, all, changes.live(), links);
      linked.suspend();
      linked.resume();
    }
  }

  /** The volume, behind others whose devices still have names that its own may need. */
  private Set<LvmId> withMisnamed(VolumeRoles roles, LogicalVolume root) {
    Set<LvmId> roots = new LinkedHashSet<>();
    VolumeGroup vg = roles.state().vg();
    for (LogicalVolume lv : vg.lvs()) {
      Optional<LiveDevice> device =
          roles.relations().isVisible(lv) ? top(roles, lv) : Optional.empty();
      if (device.isPresent()
          && !device.get().name().equals(DeviceNames.name(vg.name(), lv.name(), ""))) {
        roots.add(roles.holder(lv).id());
      }
    }
    roots.add(root.id());
    return roots;
  }

  private void removeLeftovers(VolumeRoles roles) {
    if (cleaned != roles && new Leftovers(changes, links, roles).remove()) {
      cleaned = roles;
    }
  }

  /** A mirror that nobody watches must not wait for somebody to repair it; told once. */
  private void warnIfUnwatched(VgState vg, LogicalVolume lv) {
    boolean mirror = lv.firstSegment() instanceof MirrorSegment segment && !segment.isMove();
    if (mirror && !warnedOfMirror && !config.mapping().handleMirrorErrors()) {
      warnedOfMirror = true;
      changes
          .messages()
          .warn(
              "WARNING: Mirror "
                  + vg.vg().name()
                  + '/'
                  + lv.name()
                  + " without monitoring will not react on failures.");
    }
  }

  @Override
  public void assumeInSync(boolean wanted) {
    inSync = wanted;
  }

  private TreeWishes wishes() {
    return TreeWishes.plain(config.mapping().withInSync(inSync), config.udev());
  }

  /**
   * Merges that cannot begin: those whose origin or snapshot is open. A merge that runs already
   * goes on.
   */
  private Set<LvmId> postponedMerges(VolumeRoles roles, LogicalVolume origin) {
    Optional<LvRelations.Snapshot> merging = roles.relations().mergingInto(origin.id());
    Optional<LiveDevice> device = top(roles, origin);
    if (merging.isEmpty() || device.isEmpty() || isMerging(device.get())) {
      return Set.of();
    }
    LogicalVolume store = roles.state().vg().lv(merging.get().segment().cow());
    boolean open = isOpen(device.get()) || top(roles, store).map(this::isOpen).orElse(false);
    return open ? Set.of(origin.id()) : Set.of();
  }

  private boolean isMerging(LiveDevice device) {
    for (TargetLine line : changes.table(device).lines()) {
      if (line.params() instanceof SnapshotMergeParams) {
        return true;
      }
    }
    return false;
  }

  private boolean isOpen(LiveDevice device) {
    return changes.info(device).map(info -> info.openCount() > 0).orElse(false);
  }

  @Override
  public void deactivate(VgState vg, LvmId id) {
    statuses.forget();
    VolumeRoles roles = roles(vg);
    LogicalVolume lv = vg.vg().lv(id);
    LogicalVolume root = roles.relations().isCow(id) ? roles.holder(lv) : lv;
    translated(
        () -> {
          if (top(roles, root).isPresent()) {
            requireUnused(roles, root);
          }
          DeviceTree tree = TreeBuilder.build(roles, List.of(root.id()), wishes());
          new TreeActivation(changes, links).deactivate(tree, vg.vg().id());
          return tree;
        });
  }

  private void requireUnused(VolumeRoles roles, LogicalVolume lv) {
    VgState vg = roles.state();
    requireUnused(vg, lv, top(roles, lv));
    for (LvRelations.Snapshot snapshot : roles.relations().snapshotsOf(lv.id())) {
      LogicalVolume store = vg.vg().lv(snapshot.segment().cow());
      requireUnused(vg, store, top(roles, store));
    }
  }

  private void requireUnused(VgState vg, LogicalVolume lv, Optional<LiveDevice> device) {
    if (device.isEmpty()) {
      return;
    }
    Optional<String> reason = inUse.lasting(changes, device.get(), config.retryDeactivation());
    if (reason.isPresent()) {
      throw new FailedException(
          "Logical volume " + vg.vg().name() + '/' + lv.name() + ' ' + reason.get());
    }
  }

  @Override
  public Optional<String> whyInUse(VgState vg, LogicalVolume lv) {
    return translated(
        () ->
            top(roles(vg), lv)
                .flatMap(device -> inUse.lasting(changes, device, config.retryDeactivation())));
  }

  @Override
  public void refresh(VgState vg, LvmId lv) {
    LiveChange change = prepare(vg, vg, List.of(lv));
    change.suspend();
    change.resume();
  }

  @Override
  public LiveChange prepare(VgState before, VgState after, List<LvmId> lvs) {
    statuses.forget();
    return translated(() -> new SwitchPlan(before, after, lvs).prepare());
  }

  /** Works out which devices a change concerns. */
  private final class SwitchPlan {
    private final VolumeRoles old;
    private final VolumeRoles next;
    private final List<LvmId> lvs;

    SwitchPlan(VgState before, VgState after, List<LvmId> lvs) {
      old = roles(before);
      next = before == after ? old : new VolumeRoles(after, config.markedParts());
      this.lvs = lvs;
    }

    LiveChange prepare() {
      Set<LvmId> oldRoots = roots(old);
      Set<LvmId> newRoots = roots(next);
      if (oldRoots.isEmpty() && newRoots.isEmpty()) {
        return LiveChange.NONE;
      }
      DeviceTree tree = TreeBuilder.build(old, oldRoots, wishes());
      // An array that gives up its old table still writes to what leaves it: that goes on first.
      Set<LvmId> allRoots = standingAlone(tree);
      allRoots.addAll(newRoots);
      newRoots = allRoots;
      TreeWishes wishes =
          wishes().withPostponedMerges(postponed(newRoots)).withReadOnly(readOnly(newRoots));
      DeviceTree wanted = TreeBuilder.build(next, newRoots, wishes);
      SuspendMode mode = SuspendModes.of(old, oldRoots, next, newRoots);
      TreeSwitch change = TreeSwitch.prepare(changes, tree, wanted, mode, section);
      return new LinkedSwitch(change, tree, wanted, changes.live(), links);
    }

    /** Volumes whose devices exist, through which others are switched. */
    private Set<LvmId> roots(VolumeRoles roles) {
      Set<LvmId> roots = new LinkedHashSet<>();
      for (LvmId id : lvs) {
        Optional<LogicalVolume> lv = roles.state().vg().findLv(id);
        if (lv.isPresent()) {
          LogicalVolume holder = roles.holder(lv.get());
          if (top(roles, holder).isPresent()) {
            roots.add(holder.id());
          }
        }
      }
      return roots;
    }

    /** Volumes that were part of another one and will be on their own. */
    private Set<LvmId> standingAlone(DeviceTree tree) {
      Set<LvmId> found = new LinkedHashSet<>();
      for (Node node : tree.bottomUp()) {
        Optional<LogicalVolume> lv = next.state().vg().findLv(node.lv());
        if (node.layer() == Layer.TOP
            && lv.isPresent()
            && changes.live().find(node).isPresent()
            && next.holder(lv.get()).id().equals(lv.get().id())) {
          found.add(node.lv());
        }
      }
      return found;
    }

    private Set<LvmId> postponed(Set<LvmId> roots) {
      Set<LvmId> postponed = new LinkedHashSet<>();
      for (LvmId root : roots) {
        postponed.addAll(postponedMerges(next, next.state().vg().lv(root)));
      }
      return postponed;
    }

    private Set<LvmId> readOnly(Set<LvmId> roots) {
      Set<LvmId> readOnly = new LinkedHashSet<>();
      for (LvmId root : roots) {
        VolumeGroup vg = next.state().vg();
        if (config.policy().isReadOnly(vg, vg.lv(root))) {
          readOnly.add(root);
        }
      }
      return readOnly;
    }
  }

  @Override
  public String path(VgState vg, LogicalVolume lv) {
    return config.deviceDirectory().resolve(vg.vg().name() + "/" + lv.name()).toString();
  }

  @Override
  public DeviceHandle open(VgState vg, LvmId id) {
    settle();
    LogicalVolume lv = vg.vg().lv(id);
    LiveDevice device =
        translated(() -> top(roles(vg), lv))
            .orElseThrow(
                () ->
                    new FailedException(
                        "Logical volume " + vg.vg().name() + '/' + lv.name() + " is not active."));
    return opener.open(device);
  }

  @Override
  public void makeNodes(VgState vg) {
    translated(
        () -> {
          changes.driver().makeNodes();
          links.removeAbandoned(changes.live());
          return vg;
        });
    VolumeRoles roles = roles(vg);
    for (LogicalVolume lv : vg.vg().lvs()) {
      if (roles.relations().isVisible(lv)) {
        Node.Link link = new Node.Link(vg.vg().name(), lv.name());
        Optional<LiveDevice> device = translated(() -> top(roles, lv));
        device.ifPresentOrElse(found -> links.add(link, found.name()), () -> links.remove(link));
      }
    }
    links.update();
  }

  @Override
  public void settle() {
    translated(
        () -> {
          changes.settle();
          if (config.checkLinks()) {
            links.update();
          }
          return links;
        });
  }

  @Override
  public void close() {
    try {
      settle();
    } finally {
      changes.driver().close();
    }
  }

  /** The driver's refusals in terms of the caller. */
  private static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (DmException e) {
      throw new FailedException(e.getMessage(), e);
    }
  }
}
