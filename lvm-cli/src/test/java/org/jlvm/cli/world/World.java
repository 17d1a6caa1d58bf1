package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jlvm.cli.CommandTester;
import org.jlvm.cli.command.DeviceWorld;
import org.jlvm.cli.command.SignalGate;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DeviceRef;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmListEntry;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.LoadMode;
import org.jlvm.dm.QueryMode;
import org.jlvm.dm.SuspendMode;
import org.jlvm.dm.UdevNotice;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.DmTable;
import org.jlvm.dm.table.ErrorParams;
import org.jlvm.dm.user.CallLog;
import org.jlvm.dm.user.MemoryStorage;
import org.jlvm.dm.user.ObservedDeviceMapper;
import org.jlvm.dm.user.UserDeviceMapper;
import org.jlvm.dm.user.UserHandle;

/**
 * A machine in memory: disks, a device-mapper in Java, and whole commands that run on them. Each
 * change that a command makes, of a device or of a disk, is logged and can be made to fail or be
 * the last; before each of them users of the volumes get their turn.
 */
final class World {
  private static final Sectors DISK_SIZE = Sectors.of(8 * 2048);

  private final Path directory;
  private final UserDeviceMapper mapper;
  private final CallLog log = new CallLog();
  private final List<WorldDisk> disks = new ArrayList<>();
  private final List<VolumeUser> users = new ArrayList<>();
  private final List<Consumer<String>> listeners = new ArrayList<>();
  private final CommandTester commands;
  private boolean stopped;

  World(Path directory, int diskCount) {
    this.directory = directory;
    mapper = new UserDeviceMapper(directory.resolve("dev"));
    for (int i = 0; i < diskCount; i++) {
      MemoryStorage storage = new MemoryStorage(DISK_SIZE);
      DeviceNumber number = mapper.attach(storage);
      disks.add(
          new WorldDisk(
              "/dev/disk" + i,
              Optional.of(new org.jlvm.core.device.DeviceNumber(number.major(), number.minor())),
              storage,
              this::before));
    }
    writeConfiguration();
    commands =
        new CommandTester(directory)
            .set("DM_DEV_DIR", directory.resolve("dev").toString())
            .waiting(new Waiting())
            .on(
                new DeviceWorld(
                    new Disks(disks),
                    new ObservedDeviceMapper(mapper, this::before),
                    this::contents,
                    directory.resolve("sys")));
  }

  private void writeConfiguration() {
    String text =
        """
        devices { hints="none" use_devicesfile=0 }
        global { locking_dir="%1$s/lock" event_activation=0 }
        backup { backup_dir="%1$s/backup" archive=0 }
        activation { udev_sync=0 monitoring=0 retry_deactivation=0 }
        """;
    try {
      Files.createDirectories(directory.resolve("dev/mapper"));
      Files.writeString(directory.resolve("lvm.conf"), text.formatted(directory));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Sets a variable of the environment for the commands from now on. */
  void set(String variable, String value) {
    commands.set(variable, value);
  }

  /** A disk is not there any more. */
  void lose(String disk) {
    disks.removeIf(found -> found.name().equals(disk));
  }

  /** A device gives errors from now on, though the disk it lies on is well. */
  void fail(String device) {
    DmName name = new DmName(device);
    DmTable table = mapper.table(name, QueryMode.ACTIVE_NO_FLUSH).orElseThrow().table();
    mapper.load(name, DmTable.of(table.size(), new ErrorParams()), LoadMode.READ_WRITE);
    mapper.suspend(name, SuspendMode.FLUSH);
    mapper.resume(name, UdevNotice.NONE);
  }

  private void before(String command, String device, String details) {
    for (VolumeUser user : users) {
      user.before(command, device);
    }
    listeners.forEach(listener -> listener.accept(command + " " + device));
    log.before(command, device, details);
  }

  /** Tells somebody of each change from now on, before it is made. */
  void listen(Consumer<String> listener) {
    listeners.add(listener);
  }

  private DeviceHandle contents(DmName name) {
    UserHandle handle = mapper.open(name);
    return new WorldDisk(name.value(), Optional.empty(), handle, this::before)
        .handle(handle::close);
  }

  /** From now on the devices' background work is done only while commands wait. */
  void holdWork() {
    mapper.holdWork(true);
  }

  /** From now on a signal ends each wait. */
  void stopWaiting() {
    stopped = true;
  }

  /** From now on nothing ends a wait, and background work is done. */
  void goOn() {
    mapper.holdWork(false);
    stopped = false;
  }

  /** Waits are over at once; meanwhile each device has done a piece of its work. */
  private final class Waiting extends SignalGate {
    @Override
    public boolean pause(Duration time) {
      for (DmListEntry entry : mapper.list()) {
        try {
          mapper.work(entry.name());
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
      return !stopped;
    }
  }

  /** Changes since the log was cleared, as {@code suspend vg-lv (253:0) noflush}. */
  CallLog log() {
    return log;
  }

  /** The changes of devices among them, without those of disks and of contents. */
  List<String> deviceCalls() {
    return log.calls().stream()
        .filter(call -> !call.startsWith("write ") && !call.startsWith("flush "))
        .toList();
  }

  UserDeviceMapper mapper() {
    return mapper;
  }

  /** Somebody who keeps a volume open, and writes to it whenever that does not block. */
  VolumeUser use(String device) {
    VolumeUser user = new VolumeUser(mapper, new DmName(device), users.size());
    users.add(user);
    return user;
  }

  void forget(VolumeUser user) {
    user.close();
    users.remove(user);
  }

  CommandTester.Result lvm(String commandLine) {
    return commands.lvm(commandLine.split(" "));
  }

  /** Runs a command that must succeed. */
  String succeed(String commandLine) {
    CommandTester.Result result = lvm(commandLine);
    assertThat(result.status()).as("%s: %s", commandLine, result.err()).isZero();
    return result.out();
  }

  /** All that a command says, as a terminal shows it. */
  String shown(String commandLine) {
    return commands.shown(commandLine.split(" "));
  }

  void succeed(List<String> commandLines) {
    commandLines.forEach(this::succeed);
  }

  /** All devices by name: uuid, table with names for numbers, state. */
  List<String> devices() {
    TreeMap<String, String> lines = new TreeMap<>();
    for (DmListEntry entry : mapper.list()) {
      lines.put(entry.name().value(), entry.name() + ": " + describe(entry.number()));
    }
    return List.copyOf(lines.values());
  }

  /** As {@link #devices}, without what differs from run to run. */
  List<String> tables() {
    return devices().stream().map(line -> line.replaceAll(" LVM-\\S+", "")).toList();
  }

  private String describe(DeviceNumber number) {
    DmInfo info = info(number);
    DmTable table = mapper.table(ref(number), QueryMode.ACTIVE_NO_FLUSH).orElseThrow().table();
    String text = table.text().strip().replace("\n", "; ");
    for (DmListEntry entry : mapper.list()) {
      text = (text + " ").replace(" " + entry.number() + " ", " " + entry.name() + " ").strip();
    }
    return info.uuid().map(DmUuid::value).orElse("")
        + (info.suspended() ? " SUSPENDED" : "")
        + (info.inactiveTable() ? " INACTIVE-TABLE" : "")
        + (info.readOnly() ? " ro " : " ")
        + text;
  }

  private DmInfo info(DeviceNumber number) {
    return mapper.info(ref(number)).orElseThrow();
  }

  private static DeviceRef ref(DeviceNumber number) {
    return new DeviceRef.Numbered(number, Optional.empty());
  }

  /** Links to volumes, as {@code vg/lv -> vg-lv}. */
  List<String> links() {
    List<String> links = new ArrayList<>();
    for (Path folder : entries(directory.resolve("dev"))) {
      if (folder.endsWith("mapper")) {
        continue;
      }
      for (Path link : entries(folder)) {
        try {
          Path target = Files.readSymbolicLink(link).getFileName();
          links.add(folder.getFileName() + "/" + link.getFileName() + " -> " + target);
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    }
    return links;
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private record Disks(List<WorldDisk> disks) implements DeviceInventory {
    @Override
    public List<BlockDevice> usable() {
      return List.copyOf(disks);
    }

    @Override
    public List<Found> all() {
      List<Found> all = new ArrayList<>();
      for (WorldDisk disk : disks) {
        all.add(new Found(disk, Optional.empty()));
      }
      return all;
    }

    @Override
    public Optional<Found> find(String name) {
      return all().stream().filter(found -> found.device().name().equals(name)).findFirst();
    }
  }
}
