package org.jlvm.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.environment.Environment;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.scan.LabelScanner;
import org.jlvm.core.engine.scan.MetadataText;
import org.jlvm.core.engine.scan.Scan;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.AreaUse;
import org.jlvm.core.engine.state.DuplicatePreference;
import org.jlvm.core.engine.state.LocatedArea;
import org.jlvm.core.engine.state.SegmentJoining;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgCatalog.VgIdentity;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.engine.store.Backups;
import org.jlvm.core.engine.store.MetadataUpdate;
import org.jlvm.core.engine.store.PvWriter;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.format.VgTexts;
import org.jlvm.core.message.Level;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.ondisk.PvHeader;
import org.jspecify.annotations.Nullable;

/**
 * One command's dealings with devices: scans once, locks, reads groups, commits changes. Not
 * thread-safe. Closing gives back all locks.
 */
public final class Session implements AutoCloseable {
  /** Longest name of a device that lvm2 makes (its NAME_LEN is one more). */
  private static final int MAX_DEVICE_NAME = 127;

  private final Environment environment;
  private final Locks locks;
  private final Backups backups;
  private final Activation activation;
  private final DeviceInventory devices;
  private final DuplicatePreference duplicates;
  private final WrittenForm form;
  private final Set<LvmId> created = new HashSet<>();
  private final Set<Scan.Problem> toldProblems = new HashSet<>();
  private final Set<LvmId> archived = new HashSet<>();
  private @Nullable VgCatalog catalog;
  private final Map<LvmId, Integer> writes = new HashMap<>();

  /**
   * @param devices the devices to look at, read at the first use of {@link #catalog}
   * @param ids which ids of devices metadata get
   */
  public Session(
      Environment environment,
      Locks locks,
      Backups backups,
      Activation activation,
      DeviceInventory devices,
      DuplicatePreference duplicates,
      DeviceIdentification ids) {
    this.environment = environment;
    this.locks = locks;
    this.backups = backups;
    this.activation = activation;
    this.devices = devices;
    this.duplicates = duplicates;
    this.form = new WrittenForm(ids);
  }

  public Environment environment() {
    return environment;
  }

  public Locks locks() {
    return locks;
  }

  public Backups backups() {
    return backups;
  }

  public Activation activation() {
    return activation;
  }

  public DeviceInventory devices() {
    return devices;
  }

  /** What the devices hold; they are read when this is first asked for. */
  public VgCatalog catalog() {
    VgCatalog known = catalog;
    if (known == null) {
      Scan scan = LabelScanner.scan(devices.usable());
      if (dropComponents(scan)) {
        scan = LabelScanner.scan(devices.usable());
      }
      tell(scan.problems());
      known = VgCatalog.of(scan, duplicates, environment.messages());
      catalog = known;
    }
    return known;
  }

  /** A device whose size is not that of its volume may be part of an array that is not active. */
  private boolean dropComponents(Scan scan) {
    boolean dropped = false;
    for (ScannedPv pv : scan.pvs()) {
      if (!pv.label().pv().deviceSize().equals(pv.device().size())) {
        dropped |= devices.dropComponent(pv.device());
      }
    }
    return dropped;
  }

  /** Says what is wrong, but nothing that an earlier scan of the command has said. */
  public void tell(List<Scan.Problem> problems) {
    List<Scan.Problem> fresh = new ArrayList<>(problems);
    fresh.removeAll(toldProblems);
    for (Scan.Problem problem : fresh) {
      if (!problem.ofOrphan()) {
        environment.messages().show(problem.level(), problem.text());
      }
    }
    toldProblems.addAll(fresh);
  }

  /** Says again what was wrong where lvm2 reads a group's devices again now that it is locked. */
  public void tellAgain(VgState state) {
    for (Scan.Problem problem : catalog().scan().problemsToSeeAgain(state.vg().id())) {
      environment.messages().show(problem.level(), problem.text());
    }
  }

  /** Whether the devices were read already. */
  public boolean isScanned() {
    return catalog != null;
  }

  /** Forgets what was read, because it was changed or a lock was taken since. */
  public void rescan() {
    catalog = null;
  }

  /**
   * The group of a name.
   *
   * @throws FailedException if there is none, or more than one
   */
  public VgState vg(VgName name) {
    List<VgIdentity> found = catalog().named(name);
    if (found.isEmpty()) {
      throw new FailedException("Volume group \"" + name + "\" not found");
    }
    if (found.size() > 1) {
      throw new FailedException("Multiple VGs found with the same name: skipping " + name);
    }
    return catalog().state(found.get(0)).orElseThrow();
  }

  /**
   * Commits a changed group in one go, for changes that no active device has to follow. See {@link
   * #update} for what it does.
   */
  public VgState commit(VgState before, VolumeGroup after) {
    return commit(before, after, Map.of());
  }

  /**
   * Commits a changed group.
   *
   * @param newDevices devices of PVs that the group did not have
   */
  public VgState commit(VgState before, VolumeGroup after, Map<LvmId, ScannedPv> newDevices) {
    try (GroupUpdate update = update(before, after, newDevices, Set.of())) {
      return update.commit();
    }
  }

  /**
   * Notes that a group was read anew: each reading of lvm2 counts its writes and archives on its
   * own.
   */
  public void opened(LvmId vg) {
    archived.remove(vg);
    writes.remove(vg);
  }

  /**
   * Keeps the metadata as they are, once; changes do not archive by themselves then. Otherwise they
   * do, each for itself.
   */
  public void archive(VgState state) {
    LvmId id = state.vg().id();
    if (!created.contains(id) && archived.add(id)) {
      backups.archive(form.of(state.vg(), state, Map.of()));
    }
  }

  /**
   * Makes the backup of a group anew unless the one there is of just this state; both are archived
   * first. lvm2 does so whenever it shows a group as a whole or chooses among groups.
   */
  public void keepBackupCurrent(VgState state) {
    VolumeGroup vg = state.vg();
    if (!backups.settings().backup() || vg.isExported()) {
      return;
    }
    if (backups.isCurrent(vg)) {
      return;
    }
    Optional<VolumeGroup> known = backups.latest(vg.name());
    if (known.isPresent()) {
      // A file that somebody has edited may be of this version all the same.
      if (known.get().seqno() == vg.seqno() && known.get().id().equals(vg.id())) {
        return;
      }
      backups.archiveIfPossible(form.of(known.get(), state, catalog().devices()));
    }
    if (!created.contains(vg.id()) && archived.add(vg.id())) {
      backups.archiveIfPossible(form.of(vg, state, Map.of()));
    }
    backups.backup(form.of(vg, state, Map.of()));
  }

  /**
   * Keeps the metadata of a group as it is about to become, instead of as it is.
   *
   * @param devices a group that has the devices of its physical volumes
   */
  public void archiveAs(VolumeGroup vg, VgState devices) {
    if (archived.add(vg.id())) {
      backups.archive(form.of(vg, devices, Map.of()));
    }
  }

  /** The group as it would be written now. */
  public VolumeGroup written(VgState state) {
    return form.of(state.vg(), state, Map.of());
  }

  /** Keeps a group as it would be written now, without writing it. */
  public void backup(VgState state) {
    backups.backup(form.of(SegmentJoining.joined(state.vg()), state, Map.of()));
  }

  /** Commits a new group. */
  public VgState create(VolumeGroup vg, Map<LvmId, ScannedPv> newDevices, AreaUse areas) {
    VgState nothing =
        new VgState(
            vg.toBuilder().pvs(List.of()).lvs(List.of()).build(), Map.of(), List.of(), List.of());
    created.add(vg.id());
    try (GroupUpdate update = update(nothing, vg, newDevices, areas)) {
      return update.commit();
    }
  }

  /**
   * Begins a change: archives the old metadata, marks new PVs as used, writes and precommits the
   * new metadata. Nothing of it counts until {@link GroupUpdate#commit}; closing without that takes
   * it back.
   *
   * @param ignored metadata areas that fall out of use
   */
  public GroupUpdate update(
      VgState before,
      VolumeGroup after,
      Map<LvmId, ScannedPv> newDevices,
      Set<LocatedArea> ignored) {
    return update(before, after, newDevices, AreaUse.without(ignored));
  }

  /**
   * As the other, with more to say about the metadata areas.
   *
   * @param areas which metadata areas are in use from then on
   */
  public GroupUpdate update(
      VgState before, VolumeGroup after, Map<LvmId, ScannedPv> newDevices, AreaUse areas) {
    VolumeGroup numbered = after.toBuilder().seqno(before.vg().seqno() + 1).build();
    VgState wanted = before.with(form.of(numbered, before, newDevices), newDevices);
    requireShortNames(wanted.vg());
    requireNoDuplicates(wanted.vg());
    if (wanted.vg().hasMaxLvs()) {
      environment.messages().verbose(wanted.vg().maxLvsMessage());
    }
    if (!created.remove(before.vg().id()) && !archived.contains(before.vg().id())) {
      backups.archive(form.of(committed(before), before, Map.of()));
    }
    warnOfMissing(wanted);
    if (environment.testMode()) {
      tellChanges(before.vg(), wanted.vg());
      return GroupUpdate.pretended(
          wanted.withIgnored(areas.ignoredAreas(wanted)), environment.messages());
    }
    newestText(before.vg()).ifPresent(text -> backups.texts().wasRead(text.bytes()));
    int count = writes.merge(wanted.vg().id(), 1, Integer::sum);
    String description =
        (count == 1 ? "Write from " : "Write[" + count + "] from ")
            + environment.commandLine()
            + '.';
    VgTexts.DiskText text = backups.texts().forDisk(wanted.vg(), backups.header(description));
    // What cannot be read back must never become current; what can is what others will see.
    VgState target = wanted.with(SegmentJoining.joined(text.readBack()), Map.of());
    backups.texts().wasRead(text.bytes());
    Set<LocatedArea> ignored = areas.ignoredAreas(target);
    warnOfOldAreas(before, target.vg(), ignored);
    MetadataUpdate metadata =
        MetadataUpdate.prepare(target, text.bytes(), ignored, areas.lingering());
    try {
      // Only now is it known that there is room for the text everywhere.
      metadata.relabelled(markUsed(target, newDevices));
    } catch (RuntimeException e) {
      metadata.close();
      throw e;
    }
    return GroupUpdate.begin(metadata, environment.messages(), this::remember);
  }

  /**
   * The metadata as they are on the devices, where a command was given more trust than they have.
   */
  private VolumeGroup committed(VgState state) {
    Optional<VgState> read =
        catalog == null ? Optional.empty() : catalog.state(VgIdentity.of(state.vg()));
    return read.map(VgState::vg).filter(vg -> vg.seqno() == state.vg().seqno()).orElse(state.vg());
  }

  /** The text on the devices that says what a group is, unless the command has changed it. */
  private Optional<MetadataText> newestText(VolumeGroup vg) {
    for (MetadataText text : catalog().scan().texts().values()) {
      if (text.vgId().equals(vg.id())
          && text.vgName().equals(vg.name())
          && text.seqno() == vg.seqno()) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private void warnOfOldAreas(VgState before, VolumeGroup after, Set<LocatedArea> ignored) {
    for (LocatedArea area : before.staleAreas()) {
      boolean holdsGroup =
          catalog()
              .scan()
              .textOf(area.area())
              .filter(text -> text.vgId().equals(after.id()))
              .isPresent();
      if (holdsGroup && !ignored.contains(area) && after.findPv(area.pv().id()).isPresent()) {
        environment
            .messages()
            .warn(
                "WARNING: Updating old metadata to "
                    + after.seqno()
                    + " on "
                    + area.device().name()
                    + " for VG "
                    + after.name()
                    + '.');
      }
    }
  }

  private void remember(VgState state) {
    VgCatalog known = catalog;
    if (known != null) {
      known.committed(state);
    }
  }

  /**
   * A group as it is on the devices now that its lock is held: what was read before the lock was
   * taken counts only if no area was changed since.
   */
  public Optional<VgState> reread(VolumeGroup vg) {
    VgIdentity identity = VgIdentity.of(vg);
    Optional<VgState> known = catalog().state(identity);
    if (known.isPresent()) {
      for (ScannedPv pv : known.get().devices().values()) {
        if (!LabelScanner.isUnchanged(pv)) {
          rescan();
          return catalog().state(identity);
        }
      }
    }
    return known;
  }

  /** Names of group and volume together make the device's name, with hyphens and a suffix. */
  private static void requireShortNames(VolumeGroup vg) {
    for (LogicalVolume lv : vg.lvs()) {
      int length = vg.name().value().length() + lv.name().value().length() + 3;
      if (length > MAX_DEVICE_NAME) {
        throw new FailedException(
            "Internal error: LV name \""
                + vg.name()
                + '/'
                + lv.name()
                + "\" length "
                + length
                + " is not supported.");
      }
    }
  }

  private void requireNoDuplicates(VolumeGroup vg) {
    if (duplicates.allowsChanges()) {
      return;
    }
    for (ScannedPv duplicate : catalog().unusedDuplicates()) {
      if (vg.findPv(duplicate.id()).isPresent()) {
        throw new FailedException(
            "Cannot update volume group " + vg.name() + " with duplicate PV devices.");
      }
    }
  }

  private void warnOfMissing(VgState state) {
    for (PhysicalVolume pv : state.vg().pvs()) {
      if (state.device(pv.id()).isEmpty() && !state.isElsewhere(pv)) {
        environment.messages().warn("WARNING: Couldn't find device with uuid " + pv.id() + ".");
      }
    }
    tellMissing(state);
  }

  /** How many physical volumes a group lacks, told on request whenever it was read for a change. */
  public void tellMissing(VgState state) {
    int missing = state.missingPvs().size();
    if (missing > 0) {
      environment.messages().verbose("There are " + missing + " physical volumes missing.");
    }
  }

  private VgState markUsed(VgState target, Map<LvmId, ScannedPv> newDevices) {
    Map<LvmId, ScannedPv> changed = new HashMap<>();
    for (PhysicalVolume pv : target.vg().pvs()) {
      Optional<ScannedPv> device = target.device(pv.id());
      if (device.isPresent() && !device.get().label().pv().isUsed()) {
        if (!newDevices.containsKey(pv.id())) {
          tellHeaderUpdate(device.get(), target.vg());
        }
        changed.put(pv.id(), PvWriter.rewriteLabel(device.get(), usedHeader(device.get(), pv)));
      }
    }
    return changed.isEmpty() ? target : target.with(target.vg(), changed);
  }

  /** The header says of the size what the group's metadata say, which can be older than it. */
  private static PvHeader usedHeader(ScannedPv device, PhysicalVolume pv) {
    PvHeader used = PvWriter.withUsed(device.label().pv(), true);
    boolean recorded = pv.deviceSize().count() > 0;
    return recorded ? used.withDeviceSize(pv.deviceSize().toBytes()) : used;
  }

  /** What a test would have changed, for those who want to know much. */
  private void tellChanges(VolumeGroup before, VolumeGroup after) {
    if (environment.messages().shows(Level.VERBOSE)) {
      for (String line : MetadataDiff.of(before, after, backups.header(""))) {
        environment.messages().verbose(line);
      }
    }
  }

  private void tellHeaderUpdate(ScannedPv pv, VolumeGroup vg) {
    environment
        .messages()
        .warn(
            "WARNING: Updating PV header on " + pv.device().name() + " for VG " + vg.name() + '.');
  }

  @Override
  public void close() {
    try {
      activation.close();
    } finally {
      locks.close();
    }
  }
}
