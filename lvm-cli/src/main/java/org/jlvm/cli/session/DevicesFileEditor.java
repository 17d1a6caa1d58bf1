package org.jlvm.cli.session;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.config.settings.DevicesSettings;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.device.discovery.DeviceCatalog;
import org.jlvm.core.device.id.DeviceAddition;
import org.jlvm.core.device.id.DeviceId;
import org.jlvm.core.device.id.DeviceIds;
import org.jlvm.core.device.id.DeviceMatcher;
import org.jlvm.core.device.id.DeviceUses;
import org.jlvm.core.device.id.DevicesFile;
import org.jlvm.core.device.id.DevicesFileStore;
import org.jlvm.core.device.id.DevicesFileText;
import org.jlvm.core.device.id.HostIdentity;
import org.jlvm.core.device.id.IdType;
import org.jlvm.core.device.scan.DeviceScanner;
import org.jlvm.core.device.scan.Machine;
import org.jlvm.core.engine.environment.Environment;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;

/** Changes the devices file of a command, under its lock. */
public final class DevicesFileEditor {
  static final DateTimeFormatter BACKUP_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd.HHmmss", Locale.ROOT);
  private static final DateTimeFormatter COMMENT_TIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);

  private final CommandSession session;
  private final DevicesFileStore store;
  private final Machine machine;
  private final DeviceIds ids;
  private final DeviceCatalog catalog;

  private DevicesFileEditor(
      CommandSession session, DevicesFileStore store, Machine machine, DeviceScanner scanner) {
    this.session = session;
    this.store = store;
    this.machine = machine;
    catalog = scanner.catalog();
    ids = LinuxDevices.ids(scanner, machine, session.settings());
  }

  /** The file that the command line or the configuration names; empty if none is to be used. */
  public static Optional<DevicesFileEditor> of(CommandSession session) {
    if (session.isOnImages() || !session.command().strings(Opt.DEVICES).isEmpty()) {
      return Optional.empty();
    }
    DevicesSettings devices = session.settings().devices();
    Optional<String> named = session.command().string(Opt.DEVICESFILE);
    String name = named.orElse(devices.useDevicesfile() ? devices.devicesfile() : "");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Machine machine = Machine.here(session.context().console());
    Path directory = Path.of(session.settings().config().systemDir());
    return Optional.of(
        new DevicesFileEditor(
            session, new DevicesFileStore(directory, name), machine, scanner(session)));
  }

  /** The device of a name, whether there is a devices file or not. */
  public static Optional<LinuxDevice> device(CommandSession session, String name) {
    return scanner(session).catalog().byName(name);
  }

  /** Reads the ids of devices, whether there is a devices file or not. */
  public static DeviceIds ids(CommandSession session) {
    Machine machine = Machine.here(session.context().console());
    return LinuxDevices.ids(scanner(session), machine, session.settings());
  }

  private static DeviceScanner scanner(CommandSession session) {
    Machine machine = Machine.here(session.context().console());
    return LinuxDevices.scanner(session.context(), session.command(), session.settings(), machine);
  }

  /** Enters devices that have become physical volumes, if a devices file is in use. */
  public static void add(CommandSession session, List<ScannedPv> pvs, boolean creates) {
    Optional<DevicesFileEditor> found = of(session);
    if (found.isEmpty() || pvs.isEmpty() || !(creates || found.get().exists())) {
      return;
    }
    DevicesFileEditor editor = found.get();
    if (!editor.exists() && !editor.mayCreate()) {
      return;
    }
    editor.enter(pvs);
  }

  /** Enters the devices of physical volumes. */
  public void enter(List<ScannedPv> pvs) {
    try (Locks.Lock lock = lock(LockMode.EXCLUSIVE)) {
      DeviceUses uses = read();
      for (ScannedPv pv : pvs) {
        if (pv.device() instanceof LinuxDevice device) {
          uses = with(uses, device, pv.id().value(), Optional.empty());
        }
      }
      write(uses);
    }
  }

  /** A new list would hide the groups that are there. */
  private boolean mayCreate() {
    if (session.command().has(Opt.DEVICESFILE)) {
      return true;
    }
    Messages messages = session.session().environment().messages();
    if (!session.session().catalog().identities().isEmpty()) {
      messages.info("Not creating system devices file due to existing VGs.");
      return false;
    }
    messages.info("Creating devices file " + store.path());
    return true;
  }

  /** Forgets that devices are physical volumes. */
  public static void forget(CommandSession session, List<String> devices) {
    Optional<DevicesFileEditor> found = of(session);
    if (found.isEmpty() || devices.isEmpty() || !found.get().exists()) {
      return;
    }
    DevicesFileEditor editor = found.get();
    try (Locks.Lock lock = editor.lock(LockMode.EXCLUSIVE)) {
      DeviceUses uses = editor.read();
      for (String name : devices) {
        Optional<LinuxDevice> device = editor.find(name);
        if (device.isPresent()) {
          uses = uses.withoutPvid(device.get());
        }
      }
      editor.write(uses);
    }
  }

  /**
   * Takes out the entries of logical volumes that are gone; there are some only where volumes are
   * looked at as devices ({@code devices/scan_lvs}).
   */
  public static void forgetVolumes(CommandSession session, LvmId vg, List<LvmId> volumes) {
    Optional<DevicesFileEditor> found =
        volumes.isEmpty() || !session.settings().devices().scanLvs()
            ? Optional.empty()
            : of(session).filter(DevicesFileEditor::exists);
    if (found.isPresent()) {
      DevicesFileEditor editor = found.get();
      try (Locks.Lock lock = editor.lock(LockMode.EXCLUSIVE)) {
        DeviceUses before = editor.read();
        DeviceUses after = before;
        for (LvmId lv : volumes) {
          DeviceId id = new DeviceId(IdType.LVMLV_UUID, "LVM-" + vg.value() + lv.value());
          after = after.forId(id).map(after::without).orElse(after);
        }
        if (!after.equals(before)) {
          editor.write(after);
        }
      }
    }
  }

  /**
   * Follows physical volumes that got other ids.
   *
   * @param ids the new ones by the old ones
   */
  public static void rename(CommandSession session, Map<LvmId, LvmId> ids) {
    Optional<DevicesFileEditor> found =
        ids.isEmpty() ? Optional.empty() : of(session).filter(DevicesFileEditor::exists);
    if (found.isEmpty()) {
      return;
    }
    DevicesFileEditor editor = found.get();
    try (Locks.Lock lock = editor.lock(LockMode.EXCLUSIVE)) {
      DeviceUses before = editor.read();
      DeviceUses after = before;
      for (Map.Entry<LvmId, LvmId> id : ids.entrySet()) {
        after = after.withPvid(id.getKey().value(), id.getValue().value());
      }
      if (!after.equals(before)) {
        editor.write(after);
      }
    }
  }

  public boolean exists() {
    return store.exists();
  }

  /** Makes an empty file if there is none, so that nothing but its entries counts. */
  public void touch() {
    if (!exists() && !session.session().environment().testMode()) {
      store.touch();
    }
  }

  public Locks.Lock lock(LockMode mode) {
    return session.session().locks().lockDevicesFile(store.name(), mode);
  }

  /** The entries with their devices; none if there is no file. */
  public DeviceUses read() {
    return DeviceMatcher.match(store.read().orElse(DevicesFile.EMPTY), catalog, ids);
  }

  /** All devices that may be read, listed or not. */
  public List<LinuxDevice> usable() {
    List<LinuxDevice> usable = new ArrayList<>();
    for (LinuxDevice device : catalog.devices()) {
      boolean allowed =
          session
              .session()
              .devices()
              .findNew(device.name())
              .filter(found -> found.exclusion().isEmpty())
              .isPresent();
      if (allowed) {
        usable.add(device);
      }
    }
    return usable;
  }

  /** The device that has an id now. */
  public Optional<LinuxDevice> find(DeviceId id) {
    for (LinuxDevice device : catalog.devices()) {
      if (ids.read(device, id.type()).equals(Optional.of(id))) {
        return Optional.of(device);
      }
    }
    return Optional.empty();
  }

  /** The id that a new entry for a device would get. */
  public DeviceId preferredId(LinuxDevice device) {
    return ids.preferred(device);
  }

  /** Whether the file was edited by hand since it was written. */
  public boolean isEdited() {
    return store.read().filter(file -> file.hash() == DevicesFile.Hash.WRONG).isPresent();
  }

  /** The version of the file as it is now. */
  public String version() {
    return store.read().flatMap(DevicesFile::version).orElse("");
  }

  /** The device of a name, whatever the filters say. */
  public Optional<LinuxDevice> find(String name) {
    return catalog.byName(name);
  }

  /**
   * The entries with one more device.
   *
   * @param pvid 32 characters; empty text if there is no physical volume
   * @param type the kind of id that must be used; empty for the best
   */
  public DeviceUses with(DeviceUses uses, LinuxDevice device, String pvid, Optional<String> type) {
    Environment environment = session.session().environment();
    Messages messages = environment.messages();
    return new DeviceAddition(ids, environment.prompter(), messages)
        .add(uses, device, pvid, type, type.isPresent());
  }

  public void write(DeviceUses uses) {
    Environment environment = session.session().environment();
    if (environment.testMode()) {
      return;
    }
    DevicesSettings settings = session.settings().devices();
    ZoneId zone = environment.clock().getZone();
    ZonedDateTime now = environment.clock().instant().atZone(zone);
    store.write(
        uses.toFile(),
        HostIdentity.read(
            new Sysfs(Path.of(settings.deviceIdSysfsDir())),
            settings.deviceIdsRefreshChecks(),
            environment.host().nodeName()),
        new DevicesFileText.Author(
            session.command().name() + (session.command().has(Opt.AUTO) ? " (auto)" : ""),
            ProcessHandle.current().pid(),
            COMMENT_TIME.format(now)),
        BACKUP_TIME.format(now),
        settings.devicesfileBackupLimit());
  }
}
