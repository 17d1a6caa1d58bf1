package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DeviceRef;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmListEntry;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.DmVersion;
import org.jlvm.dm.Errno;
import org.jlvm.dm.LoadMode;
import org.jlvm.dm.QueryMode;
import org.jlvm.dm.RemoveMode;
import org.jlvm.dm.StatusReport;
import org.jlvm.dm.SuspendMode;
import org.jlvm.dm.TableReport;
import org.jlvm.dm.TargetVersion;
import org.jlvm.dm.UdevCookie;
import org.jlvm.dm.UdevNotice;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.DmTable;
import org.jlvm.dm.table.TargetLine;

/**
 * Device-mapper in Java. Devices below are given with {@link #attach}; what a device holds is
 * reached with {@link #open}. What the kernel does in the background, as syncing a mirror, is done
 * when the status is asked for, or by {@link #work}.
 */
public final class UserDeviceMapper implements DeviceMapper {
  /** The kernel's usual major number of device-mapper. */
  private static final int MAJOR = 253;

  private static final int FILE_MAJOR = 7;
  private static final DmVersion VERSION = new DmVersion(4, 47, 0);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Sectors DEFAULT_READ_AHEAD = Sectors.of(256);

  private final Path deviceDirectory;
  private final Map<DeviceNumber, Storage> files = new HashMap<>();
  private final Map<Integer, UserDevice> devices = new LinkedHashMap<>();
  private final Map<DeviceNumber, Sectors> readAheads = new HashMap<>();
  private final UserNodes nodes = new UserNodes();
  private final TargetFactory factory = new TargetFactory(this::storage);
  private boolean holdsWork;

  /**
   * @param deviceDirectory what {@link #node} answers with; nothing is written there
   */
  public UserDeviceMapper(Path deviceDirectory) {
    this.deviceDirectory = deviceDirectory;
  }

  /** Makes storage known as a device of the returned number, for tables to use. */
  public synchronized DeviceNumber attach(Storage storage) {
    int minor = 0;
    while (files.containsKey(new DeviceNumber(FILE_MAJOR, minor))) {
      minor++;
    }
    DeviceNumber number = new DeviceNumber(FILE_MAJOR, minor);
    files.put(number, storage);
    return number;
  }

  /** As {@link #attach(Storage)}, with a number that the caller chose. */
  public synchronized void attach(DeviceNumber number, Storage storage) {
    files.put(number, storage);
  }

  /** The contents of a device; closing the handle counts for its open count. */
  public synchronized UserHandle open(DeviceRef device) {
    UserDevice found = existing(device, "open");
    found.opened();
    return new UserHandle(found, this::closed);
  }

  private synchronized void closed(UserDevice device) {
    device.closed();
    reap();
  }

  /** Nodes that there are, after the last {@link #settle}. */
  public synchronized Map<DmName, DeviceNumber> nodes() {
    return nodes.present();
  }

  /** While held, background work is done by {@link #work} only. */
  public synchronized void holdWork(boolean hold) {
    holdsWork = hold;
  }

  /** Does one piece of a device's background work. */
  public boolean work(DeviceRef device) throws IOException {
    Optional<UserTable> table;
    synchronized (this) {
      table = existing(device, "work").active();
    }
    if (table.isEmpty()) {
      return false;
    }
    for (UserTarget target : table.get().targets()) {
      if (target.work()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public DmVersion driverVersion() {
    return VERSION;
  }

  @Override
  public List<TargetVersion> targetVersions() {
    return TargetFactory.versions();
  }

  @Override
  public Optional<TargetVersion> target(String targetType) {
    return TargetFactory.version(targetType);
  }

  @Override
  public synchronized List<DmListEntry> list() {
    List<DmListEntry> entries = new ArrayList<>();
    for (UserDevice device : devices.values()) {
      entries.add(new DmListEntry(device.name(), device.number(), device.uuid()));
    }
    return entries;
  }

  @Override
  public synchronized DmInfo create(DmName name, Optional<DmUuid> uuid, OptionalInt minor) {
    String command = "create";
    if (find(name).isPresent() || uuid.isPresent() && find(uuid.get()).isPresent()) {
      throw DmException.refused(command, name + " ", Errno.EBUSY);
    }
    int free = minor.orElse(0);
    while (minor.isEmpty() && devices.containsKey(free)) {
      free++;
    }
    if (devices.containsKey(free)) {
      throw DmException.refused(command, name + " ", Errno.ENXIO);
    }
    DeviceNumber number = new DeviceNumber(MAJOR, free);
    UserDevice device = new UserDevice(name, uuid, number, PATIENCE);
    devices.put(free, device);
    return device.info();
  }

  @Override
  public synchronized void remove(DeviceRef device, RemoveMode mode, UdevNotice udev) {
    UserDevice found = existing(device, "remove");
    if (found.openCount() > 0) {
      if (mode != RemoveMode.DEFERRED) {
        throw refused("remove", device, Errno.EBUSY);
      }
      found.removeWhenClosed();
      return;
    }
    delete(found);
    reap();
  }

  private void delete(UserDevice device) {
    devices.remove(device.number().minor());
    readAheads.remove(device.number());
    nodes.remove(device.name());
    device.active().ifPresent(UserTable::retire);
    device.inactive().ifPresent(UserTable::retire);
  }

  /** Removes what was to go when closed; that may close others. */
  private void reap() {
    boolean again = true;
    while (again) {
      again = false;
      for (UserDevice device : List.copyOf(devices.values())) {
        if (device.isToGo()) {
          delete(device);
          again = true;
        }
      }
    }
  }

  @Override
  public synchronized void rename(DeviceRef device, DmName name, UdevNotice udev) {
    UserDevice found = existing(device, "rename");
    if (find(name).isPresent()) {
      throw refused("rename", device, Errno.EBUSY);
    }
    nodes.remove(found.name());
    nodes.add(name, found.number());
    found.setName(name);
  }

  @Override
  public synchronized void setUuid(DeviceRef device, DmUuid uuid) {
    UserDevice found = existing(device, "rename");
    if (find(uuid).isPresent()) {
      throw refused("rename", device, Errno.EBUSY);
    }
    if (found.uuid().isPresent()) {
      throw refused("rename", device, Errno.EINVAL);
    }
    found.setUuid(uuid);
  }

  @Override
  public synchronized void load(DeviceRef device, DmTable table, LoadMode mode) {
    UserDevice found = existing(device, "reload");
    if (table.lines().isEmpty()) {
      throw refused("reload", device, Errno.EINVAL);
    }
    UserTable loaded;
    try {
      loaded = build(found, table, mode.readOnly());
    } catch (RefusedException e) {
      throw refused("reload", device, e.errno());
    }
    Optional<UserTable> replaced = found.inactive();
    found.setInactive(Optional.of(loaded));
    replaced.ifPresent(UserTable::retire);
    reap();
  }

  private UserTable build(UserDevice owner, DmTable table, boolean readOnly)
      throws RefusedException {
    List<UserTarget> targets = new ArrayList<>();
    Set<UserDevice> users = new LinkedHashSet<>();
    try {
      for (TargetLine line : table.lines()) {
        targets.add(factory.create(line));
        for (DeviceNumber number : line.params().devices()) {
          if (storage(number) instanceof UserDevice below && users.add(below)) {
            below.heldBy(owner);
          }
        }
      }
    } catch (RefusedException e) {
      new UserTable(owner, DmTable.EMPTY, targets, users, readOnly).retire();
      throw e;
    }
    return new UserTable(owner, table, targets, users, readOnly);
  }

  private synchronized Storage storage(DeviceNumber number) throws RefusedException {
    Storage file = files.get(number);
    if (file != null) {
      return file;
    }
    UserDevice device = number.major() == MAJOR ? devices.get(number.minor()) : null;
    if (device == null) {
      throw new RefusedException(Errno.ENXIO, "no device " + number);
    }
    return device;
  }

  @Override
  public synchronized void clear(DeviceRef device) {
    UserDevice found = existing(device, "clear");
    Optional<UserTable> table = found.inactive();
    found.setInactive(Optional.empty());
    table.ifPresent(UserTable::retire);
    reap();
  }

  @Override
  public void suspend(DeviceRef device, SuspendMode mode) {
    UserDevice found;
    synchronized (this) {
      found = existing(device, "suspend");
    }
    if (found.suspended()) {
      return;
    }
    found.suspend(); // waits for accesses, which must not wait for this object
    try {
      if (found.active().isPresent()) {
        found.active().get().suspend();
      }
    } catch (IOException e) {
      throw refused("suspend", device, Errno.EIO);
    }
  }

  @Override
  public void resume(DeviceRef device, UdevNotice udev) {
    UserDevice found;
    synchronized (this) {
      found = existing(device, "resume");
    }
    if (found.inactive().isPresent()) {
      suspend(device, SuspendMode.FLUSH);
    }
    synchronized (this) {
      if (found.suspended()) {
        putInUse(found, device);
        nodes.add(found.name(), found.number());
      }
    }
  }

  private void putInUse(UserDevice found, DeviceRef device) {
    Optional<UserTable> next = found.inactive().isPresent() ? found.inactive() : found.active();
    if (next.isEmpty()) {
      throw refused("resume", device, Errno.EINVAL);
    }
    try {
      checkSizes(found);
      Optional<UserTable> old = found.swapTables();
      try {
        next.get().prepareResume();
        next.get().resume();
      } finally {
        old.ifPresent(UserTable::retire);
        reap();
      }
    } catch (RefusedException e) {
      throw refused("resume", device, e.errno());
    } catch (IOException e) {
      throw refused("resume", device, Errno.EIO);
    }
    found.resume();
  }

  /** A table that asks for too much is forgotten, and the device stays suspended. */
  private void checkSizes(UserDevice device) throws RefusedException {
    Optional<UserTable> table = device.inactive();
    if (table.isEmpty()) {
      return;
    }
    try {
      factory.checkSizes(table.get().table());
    } catch (RefusedException e) {
      device.setInactive(Optional.empty());
      table.get().retire();
      throw e;
    }
  }

  @Override
  public synchronized Optional<DmInfo> info(DeviceRef device) {
    return find(device).map(UserDevice::info);
  }

  @Override
  public synchronized Optional<TableReport> table(DeviceRef device, QueryMode mode) {
    return find(device)
        .map(
            found ->
                new TableReport(
                    found.info(),
                    chosen(found, mode).map(UserTable::current).orElse(DmTable.EMPTY)));
  }

  @Override
  public Optional<StatusReport> status(DeviceRef device, QueryMode mode) {
    Optional<UserDevice> found;
    synchronized (this) {
      found = find(device);
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    workUnlessHeld(found.get());
    Optional<UserTable> table = chosen(found.get(), mode);
    return Optional.of(
        new StatusReport(found.get().info(), table.map(UserTable::status).orElse(List.of())));
  }

  private void workUnlessHeld(UserDevice device) {
    if (holdsWork || device.suspended() || device.active().isEmpty()) {
      return;
    }
    try {
      device.active().get().workToTheEnd();
    } catch (IOException e) {
      // as in the kernel: the work is not done, and the status says how far it came
      return;
    }
  }

  private static Optional<UserTable> chosen(UserDevice device, QueryMode mode) {
    return mode.inactive() ? device.inactive() : device.active();
  }

  @Override
  public synchronized List<DeviceNumber> dependencies(DeviceRef device, QueryMode mode) {
    Optional<UserTable> table = chosen(existing(device, "deps"), mode);
    Set<DeviceNumber> numbers = new LinkedHashSet<>();
    if (table.isPresent()) {
      for (TargetLine line : table.get().table().lines()) {
        numbers.addAll(line.params().devices());
      }
    }
    return List.copyOf(numbers);
  }

  @Override
  public Optional<String> message(DeviceRef device, Sectors sector, String message) {
    throw refused("message", device, Errno.EINVAL);
  }

  /** Does not wait: nothing happens here but by calls. */
  @Override
  public Optional<DmInfo> awaitEvent(DeviceRef device, long eventNumber, Duration limit) {
    UserDevice found;
    synchronized (this) {
      found = existing(device, "waitevent");
    }
    workUnlessHeld(found);
    DmInfo info = found.info();
    return info.eventNumber() != eventNumber ? Optional.of(info) : Optional.empty();
  }

  @Override
  public void watchEvents() {
    // Nothing happens here but by calls.
  }

  @Override
  public boolean awaitAnyEvent(Duration limit) {
    return false;
  }

  @Override
  public synchronized Sectors readAhead(DeviceRef device) {
    DeviceNumber number = existing(device, "readahead").number();
    return readAheads.getOrDefault(number, DEFAULT_READ_AHEAD);
  }

  @Override
  public synchronized void setReadAhead(DeviceRef device, Sectors sectors) {
    Sectors rounded = sectors.roundUp(Sectors.of(2));
    readAheads.put(existing(device, "readahead").number(), rounded);
  }

  @Override
  public UdevCookie beginChanges() {
    return UdevCookie.NONE;
  }

  @Override
  public synchronized void settle(UdevCookie cookie) {
    nodes.settle();
  }

  @Override
  public Path node(DmName name) {
    return deviceDirectory.resolve("mapper").resolve(name.value());
  }

  @Override
  public void close() {
    // devices stay, as the kernel's do
  }

  private Optional<UserDevice> find(DeviceRef device) {
    for (UserDevice candidate : devices.values()) {
      boolean matches =
          device instanceof DmName name && candidate.name().equals(name)
              || device instanceof DmUuid uuid && candidate.uuid().equals(Optional.of(uuid))
              || device instanceof DeviceRef.Numbered numbered
                  && candidate.number().equals(numbered.number());
      if (matches) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private UserDevice existing(DeviceRef device, String command) {
    return find(device).orElseThrow(() -> refused(command, device, Errno.ENXIO));
  }

  private static DmException refused(String command, DeviceRef device, Errno error) {
    String text = device instanceof DmName ? device + " " : device.toString();
    return DmException.refused(command, text, error);
  }
}
