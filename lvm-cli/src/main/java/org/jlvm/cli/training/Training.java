package org.jlvm.cli.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.activation.host.MemoryLock;
import org.jlvm.cli.Lvm;
import org.jlvm.cli.Main;
import org.jlvm.cli.command.DeviceWorld;
import org.jlvm.cli.command.HostProcess;
import org.jlvm.cli.command.SignalGate;
import org.jlvm.cli.console.Console;
import org.jlvm.cli.console.Streams;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.FileDevice;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.Sysfs;
import org.jlvm.dm.jna.Libc;
import org.jlvm.dm.user.FileStorage;
import org.jlvm.dm.user.UserDeviceMapper;

/**
 * Runs what is worth being in a start-up cache (scripts/build-runtime): common commands on active
 * volumes, with the driver in Java and files for disks, then the commands on standard input.
 */
public final class Training {
  private static final String COMMANDS =
      """
      vgcreate vg disk0 disk1
      lvcreate -y -Wn -Zn -L8m -n one vg
      lvs
      lvcreate -y -Wn -Zn -L8m -i2 -n two vg
      lvcreate -s -L4m -n frozen vg/one
      lvs -a -o+devices
      lvs --reportformat json --units b
      lvrename vg/two three
      lvchange --addtag t vg/one
      lvremove -y vg/frozen
      lvextend -L+4m vg/one
      vgchange -an vg
      vgchange -ay vg
      vgs
      pvs
      lvremove -y vg/three
      """;

  /** What only the kernel's driver and the watching need; without it they do not load by use. */
  private static final List<String> KERNEL_ONLY =
      List.of(
          "com.sun.jna.Native$Buffers",
          "org.jlvm.activation.VolumeOpener$ByNode",
          "org.jlvm.activation.monitor.DaemonMonitor",
          "org.jlvm.activation.monitor.DaemonMonitor$Starter",
          "org.jlvm.activation.monitor.MonitoredActivation",
          "org.jlvm.activation.monitor.MonitoredActivation$WatchedChange",
          "org.jlvm.activation.monitor.WatchedDevice",
          "org.jlvm.activation.monitor.WatchedDevice$Finder",
          "org.jlvm.activation.monitor.WatchedDevice$Kind",
          "org.jlvm.cli.monitor.DaemonStart",
          "org.jlvm.cli.session.LvActivations$Opening",
          "org.jlvm.cli.session.LvActivations$Watching",
          "org.jlvm.cli.session.Monitors",
          "org.jlvm.core.config.settings.DmeventdSettings",
          "org.jlvm.core.device.MappedDevice",
          "org.jlvm.core.engine.activation.VolumeMonitor",
          "org.jlvm.dm.event.EventException",
          "org.jlvm.dm.event.EventPaths",
          "org.jlvm.dm.ioctl.Answers",
          "org.jlvm.dm.ioctl.Answers$Listed",
          "org.jlvm.dm.ioctl.Answers$StatusLines",
          "org.jlvm.dm.ioctl.Answers$TableLines",
          "org.jlvm.dm.ioctl.Answers$TargetReader",
          "org.jlvm.dm.ioctl.Command",
          "org.jlvm.dm.ioctl.Command$1",
          "org.jlvm.dm.ioctl.ControlDevice",
          "org.jlvm.dm.ioctl.Driver",
          "org.jlvm.dm.ioctl.DriverSettings",
          "org.jlvm.dm.ioctl.IoctlDeviceMapper",
          "org.jlvm.dm.ioctl.ReadAhead",
          "org.jlvm.dm.ioctl.Request",
          "org.jlvm.dm.ioctl.TableWriter",
          "org.jlvm.dm.ioctl.TargetModules",
          "org.jlvm.dm.ioctl.UdevPort",
          "org.jlvm.dm.jna.SystemSemaphores",
          "org.jlvm.dm.table.Words",
          "org.jlvm.dm.udev.DeviceNodes",
          "org.jlvm.dm.udev.DeviceNodes$Wanted",
          "org.jlvm.dm.udev.UdevState");

  /** What only a long text is parsed with; one class that is missing costs opening the jar. */
  private static final List<String> MUCH_METADATA_ONLY =
      List.of(
          "org.jlvm.core.concurrent.Aside",
          "org.jlvm.core.config.text.ParsedAhead$Entries",
          "org.jlvm.core.config.text.ParsedAhead$Work");

  private static final long DISK_SIZE = 64L << 20;

  private Training() {}

  /**
   * @param args a folder for the disks and what is in /dev, then as of {@link Main}
   * @throws IOException if the folder cannot be written to
   * @throws ClassNotFoundException if the list of classes is not true any more
   */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    run(Path.of(args[0]), Streams.ofProcess());
    Main.main(List.of(args).subList(1, args.length).toArray(new String[0]));
  }

  /** Runs the commands on active volumes; the worst exit status. */
  static int run(Path folder, Streams streams) throws IOException, ClassNotFoundException {
    load(KERNEL_ONLY);
    load(MUCH_METADATA_ONLY);
    Files.createDirectories(folder.resolve("dev/mapper"));
    UserDeviceMapper mapper = new UserDeviceMapper(folder.resolve("dev"));
    List<BlockDevice> disks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      disks.add(disk(folder.resolve("disk" + i), mapper));
    }
    MemoryLock lock = new MemoryLock(new Libc(), mapper, new Console(streams), 1, 1);
    lock.enter();
    lock.leave();
    readAsDevice(folder.resolve("disk0"));
    // Nobody reads again what is written to a volume.
    FileDevice contents = FileDevice.of(file(folder.resolve("contents")));
    DeviceWorld world =
        new DeviceWorld(
            new TrainingDisks(disks),
            mapper,
            device -> contents.open(BlockDevice.Access.READ_WRITE),
            folder.resolve("sys"));
    HostProcess process =
        new HostProcess(
            Map.of("LVM_SYSTEM_DIR", folder.toString(), "DM_DEV_DIR", folder + "/dev"),
            folder,
            HostProcess.current().clock(),
            new SignalGate(),
            Optional.of(world));
    int worst = 0;
    for (String line : COMMANDS.replace("disk", folder + "/disk").split("\n", -1)) {
      List<String> words = List.of(line.split(" ", -1));
      if (!line.isEmpty()) {
        worst =
            Math.max(
                worst, new Lvm(streams, process).run(words.get(0), words.subList(1, words.size())));
      }
    }
    return worst;
  }

  private static void load(List<String> names) throws ClassNotFoundException {
    for (String name : names) {
      Class.forName(name);
    }
  }

  /** Files are read otherwise than block devices are. */
  private static void readAsDevice(Path file) {
    Sysfs none = new Sysfs(file.resolveSibling("sys"));
    LinuxDevice device = new LinuxDevice(List.of(file.toString()), new DeviceNumber(0, 0), none);
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ)) {
      handle.read(0, ByteBuffer.allocate(512));
    }
  }

  private static BlockDevice disk(Path file, UserDeviceMapper mapper) throws IOException {
    org.jlvm.dm.table.DeviceNumber number = mapper.attach(FileStorage.open(file(file)));
    return new TrainingDisk(FileDevice.of(file), new DeviceNumber(number.major(), number.minor()));
  }

  private static Path file(Path file) throws IOException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.position(DISK_SIZE - 1).write(ByteBuffer.allocate(1));
    }
    return file;
  }
}
