package org.jlvm.dm.ioctl;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jlvm.core.message.Messages;
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
import org.jlvm.dm.jna.Libc;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.DmTable;

/** The kernel's device-mapper. One thread at a time. */
public final class IoctlDeviceMapper implements DeviceMapper {
  private static final int SHORT_TEXT_ROOM = 2 * 1024;

  private final Driver driver;
  private final UdevPort udev;
  private final ReadAhead readAhead;
  private final TargetModules modules;
  private final DmVersion version;

  IoctlDeviceMapper(Driver driver, UdevPort udev, ReadAhead readAhead, TargetModules modules) {
    this.driver = driver;
    this.udev = udev;
    this.readAhead = readAhead;
    this.modules = modules;
    this.version = driver.run(new Request(Command.VERSION, 0), "").version();
  }

  /**
   * @param environment as of the process; see {@link org.jlvm.dm.udev.UdevState}
   * @throws DmException if there is no driver, no right to use it, or it is of another protocol
   */
  public static IoctlDeviceMapper open(
      DriverSettings settings, Map<String, String> environment, Messages messages) {
    Libc libc = new Libc();
    Driver driver = new Driver(ControlDevice.open(settings.deviceDirectory(), libc), messages);
    try {
      return new IoctlDeviceMapper(
          driver,
          new UdevPort(settings, libc, environment, messages),
          new ReadAhead(settings.sysDirectory()),
          new TargetModules(settings.modprobe(), messages));
    } catch (DmException e) {
      driver.close();
      throw e;
    }
  }

  @Override
  public DmVersion driverVersion() {
    return version;
  }

  @Override
  public List<TargetVersion> targetVersions() {
    Request request = new Request(Command.LIST_VERSIONS, Driver.ANSWER_ROOM);
    return Answers.versions(driver.run(request, ""));
  }

  @Override
  public Optional<TargetVersion> target(String targetType) {
    Optional<TargetVersion> present = present(targetType);
    if (present.isPresent()) {
      return present;
    }
    modules.load(targetType);
    return present(targetType);
  }

  private Optional<TargetVersion> present(String targetType) {
    for (TargetVersion target : targetVersions()) {
      if (target.targetType().equals(targetType)) {
        return Optional.of(target);
      }
    }
    return Optional.empty();
  }

  @Override
  public List<DmListEntry> list() {
    // asks for uuids as well; drivers before 4.45 pay no attention to it
    Request request =
        new Request(Command.LIST_DEVICES, Driver.ANSWER_ROOM).setFlags(Layout.UUID_FLAG);
    List<DmListEntry> entries = new ArrayList<>();
    for (Answers.Listed device : Answers.devices(driver.run(request, ""))) {
      if (device.uuidKnown()) {
        entries.add(new DmListEntry(device.name(), device.number(), device.uuid()));
      } else {
        // gone in the meantime is as if never listed
        info(device.name())
            .ifPresent(
                info -> entries.add(new DmListEntry(info.name(), info.number(), info.uuid())));
      }
    }
    return entries;
  }

  @Override
  public DmInfo create(DmName name, Optional<DmUuid> uuid, OptionalInt minor) {
    Request request = new Request(Command.CREATE, 0).name(name);
    if (uuid.isPresent()) {
      request.name(uuid.get());
    }
    if (minor.isPresent()) {
      // the driver takes the minor only: all its devices have one major
      request.number(new DeviceNumber(0, minor.getAsInt()));
    }
    String device = uuid.isPresent() ? name + " " + uuid.get() : name + " ";
    return driver.run(request, device).info();
  }

  @Override
  public void remove(DeviceRef device, RemoveMode mode, UdevNotice notice) {
    DmName name = nameOf(device);
    Request request = new Request(Command.REMOVE, 0).name(device);
    if (mode == RemoveMode.DEFERRED) {
      request.setFlags(Layout.DEFERRED_REMOVE_FLAG);
    }
    runWithEvent(request, device, notice, mode == RemoveMode.RETRY);
    udev.nodeRemoved(name, notice);
  }

  @Override
  public void rename(DeviceRef device, DmName name, UdevNotice notice) {
    DmInfo before = existing(device);
    // the driver looks a device up for this by name or uuid only
    Request request = newText(before.name(), name.value());
    runWithEvent(request, before.name(), notice, false);
    udev.nodeRemoved(before.name(), notice);
    udev.nodeAdded(name, before.number(), notice);
  }

  @Override
  public void setUuid(DeviceRef device, DmUuid uuid) {
    DmName name = nameOf(device);
    Request request = newText(name, uuid.value()).setFlags(Layout.UUID_FLAG);
    runWithEvent(request, name, UdevNotice.NONE, false);
  }

  private static Request newText(DmName name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Request request = new Request(Command.RENAME, bytes.length + 1).name(name);
    request.buffer().put(request.dataStart(), bytes);
    return request;
  }

  @Override
  public void load(DeviceRef device, DmTable table, LoadMode mode) {
    Request request = TableWriter.load(table).name(device);
    if (mode.readOnly()) {
      request.setFlags(Layout.READONLY_FLAG);
    }
    if (!mode.secure()) {
      run(request, device);
      return;
    }
    request.setFlags(Layout.SECURE_DATA_FLAG);
    try {
      run(request, device);
    } finally {
      request.wipe();
    }
  }

  @Override
  public void clear(DeviceRef device) {
    run(new Request(Command.CLEAR, 0).name(device), device);
  }

  @Override
  public void suspend(DeviceRef device, SuspendMode mode) {
    Request request = new Request(Command.SUSPEND, 0).name(device);
    if (mode.noFlush()) {
      request.setFlags(Layout.NOFLUSH_FLAG);
    }
    if (mode.skipLockFs()) {
      request.setFlags(Layout.SKIP_LOCKFS_FLAG);
    }
    run(request, device);
  }

  @Override
  public void resume(DeviceRef device, UdevNotice notice) {
    Request request = new Request(Command.RESUME, 0).name(device);
    runWithEvent(request, device, notice, false);
    if (device instanceof DeviceRef.Numbered numbered && numbered.name().isPresent()) {
      udev.nodeAdded(numbered.name().get(), numbered.number(), notice);
    } else {
      DmInfo info = existing(device); // the answer itself has neither name nor uuid
      udev.nodeAdded(info.name(), info.number(), notice);
    }
  }

  @Override
  public Optional<DmInfo> info(DeviceRef device) {
    Optional<Request> answer = ask(new Request(Command.INFO, 0).name(device), device);
    return answer.isPresent() ? Optional.of(answer.get().info()) : Optional.empty();
  }

  @Override
  public Optional<TableReport> table(DeviceRef device, QueryMode mode) {
    Optional<Request> answer = ask(query(Command.TABLE, device, mode), device);
    return answer.isPresent() ? Optional.of(tableReport(answer.get())) : Optional.empty();
  }

  @Override
  public Optional<StatusReport> status(DeviceRef device, QueryMode mode) {
    Optional<Request> answer = ask(query(Command.STATUS, device, mode), device);
    return answer.isPresent() ? Optional.of(statusReport(answer.get())) : Optional.empty();
  }

  private static TableReport tableReport(Request answer) {
    return new TableReport(answer.info(), Answers.table(answer));
  }

  private static StatusReport statusReport(Request answer) {
    return new StatusReport(answer.info(), Answers.status(answer));
  }

  @Override
  public List<DeviceNumber> dependencies(DeviceRef device, QueryMode mode) {
    return Answers.dependencies(run(query(Command.DEPENDENCIES, device, mode), device));
  }

  private static Request query(Command command, DeviceRef device, QueryMode mode) {
    Request request = new Request(command, Driver.ANSWER_ROOM).name(device);
    if (mode.inactive()) {
      request.setFlags(Layout.QUERY_INACTIVE_TABLE_FLAG);
    }
    if (mode.noFlush()) {
      request.setFlags(Layout.NOFLUSH_FLAG);
    }
    return request;
  }

  @Override
  public Optional<String> message(DeviceRef device, Sectors sector, String message) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    int room = Math.max(SHORT_TEXT_ROOM, Layout.MESSAGE_TEXT + bytes.length + 1);
    Request request = new Request(Command.MESSAGE, room).name(device);
    ByteBuffer buffer = request.buffer();
    buffer.putLong(request.dataStart() + Layout.MESSAGE_SECTOR, sector.count());
    buffer.put(request.dataStart() + Layout.MESSAGE_TEXT, bytes);
    Request answer = run(request, device);
    return answer.hasFlag(Layout.DATA_OUT_FLAG)
        ? Optional.of(answer.text(answer.dataStart()))
        : Optional.empty();
  }

  @Override
  public Optional<DmInfo> awaitEvent(DeviceRef device, long eventNumber, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      // armed before it is looked at, so that an event in between ends the wait
      watchEvents();
      DmInfo info = existing(device);
      if (info.eventNumber() != eventNumber) {
        return Optional.of(info);
      }
      Duration rest = Duration.ofNanos(end - System.nanoTime());
      if (rest.isNegative() || rest.isZero()) {
        return Optional.empty();
      }
      driver.awaitEvent(rest);
    }
  }

  @Override
  public void watchEvents() {
    driver.run(new Request(Command.ARM_POLL, 0), "");
  }

  @Override
  public boolean awaitAnyEvent(Duration limit) {
    return driver.awaitEvent(limit);
  }

  @Override
  public Sectors readAhead(DeviceRef device) {
    return readAhead.get(numberOf(device));
  }

  @Override
  public void setReadAhead(DeviceRef device, Sectors sectors) {
    readAhead.set(numberOf(device), sectors);
  }

  @Override
  public Sectors readAheadOf(DeviceNumber device) {
    return readAhead.ofAny(device);
  }

  @Override
  public void makeNodes() {
    if (udev.isWaitedFor()) {
      return;
    }
    // First the nodes: whoever makes one now has made its device before.
    Map<DmName, DeviceNumber> abandoned = udev.presentNodes();
    Set<Integer> majors = new HashSet<>();
    for (DmListEntry device : list()) {
      udev.nodeAdded(device.name(), device.number(), UdevNotice.NONE);
      abandoned.remove(device.name());
      majors.add(device.number().major());
    }
    abandoned.forEach(
        (name, number) -> {
          if (majors.contains(number.major())) {
            udev.nodeRemoved(name, UdevNotice.NONE);
          }
        });
    udev.settle(UdevCookie.NONE);
  }

  @Override
  public UdevCookie beginChanges() {
    return udev.begin();
  }

  @Override
  public void settle(UdevCookie cookie) {
    udev.settle(cookie);
  }

  @Override
  public Path node(DmName name) {
    return udev.node(name);
  }

  @Override
  public void close() {
    driver.close();
  }

  private Request runWithEvent(
      Request request, DeviceRef device, UdevNotice notice, boolean retry) {
    udev.announce(request, notice);
    boolean announced = false;
    try {
      Request answer =
          retry
              ? driver.runUntilNotBusy(request, describe(device))
              : driver.run(request, describe(device));
      announced = answer.hasFlag(Layout.UEVENT_GENERATED_FLAG);
      return answer;
    } finally {
      if (!announced) {
        udev.withdraw(notice);
      }
    }
  }

  private Request run(Request request, DeviceRef device) {
    return driver.run(request, describe(device));
  }

  /** Empty if there is no such device. */
  private Optional<Request> ask(Request request, DeviceRef device) {
    try {
      return Optional.of(run(request, device));
    } catch (DmException e) {
      if (e.is(Errno.ENXIO)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private DmName nameOf(DeviceRef device) {
    if (device instanceof DmName name) {
      return name;
    }
    if (device instanceof DeviceRef.Numbered numbered && numbered.name().isPresent()) {
      return numbered.name().get();
    }
    return existing(device).name();
  }

  private DeviceNumber numberOf(DeviceRef device) {
    return device instanceof DeviceRef.Numbered numbered
        ? numbered.number()
        : existing(device).number();
  }

  private DmInfo existing(DeviceRef device) {
    return run(new Request(Command.INFO, 0).name(device), device).info();
  }

  /** As libdevmapper writes it: name, blank, uuid, number. */
  private static String describe(DeviceRef device) {
    if (device instanceof DmName) {
      return device + " ";
    }
    return device instanceof DmUuid ? " " + device : device.toString();
  }
}
