package org.jlvm.core.engine.filesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.device.filesystem.FileSystem;
import org.jlvm.core.device.filesystem.LuksHeader;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;

/**
 * Finds out what is on an active volume.
 *
 * @param sysfs usually {@code /sys}
 * @param mounts usually {@code /proc/self/mounts}
 */
public record FileSystemProbe(Sysfs sysfs, Path mounts, FileSystemTools tools, Messages messages) {
  /** What is on a volume itself, be it a file system or an encrypted one. */
  public Optional<FileSystem> top(LinuxDevice volume) {
    return FileSystem.find(volume);
  }

  /**
   * The file system on a volume, or on the decrypted volume; empty if there is none.
   *
   * @param name how messages call the volume
   * @throws FailedException if that cannot be told
   */
  public Optional<FileSystemState> state(LinuxDevice volume, String name) {
    Optional<FileSystem> top = top(volume);
    if (top.isEmpty()) {
      messages.info("No file system found on " + volume.name() + '.');
      return Optional.empty();
    }
    if (!top.get().type().equals(FileSystem.LUKS)) {
      return Optional.of(state(top.get(), volume, Optional.empty()));
    }
    LinuxDevice decrypted =
        decrypted(volume)
            .orElseThrow(
                () ->
                    new FailedException(
                        "Cannot find active LUKS dm-crypt device using " + name + '.'));
    messages.info("Checking crypt device " + decrypted.name() + " on LV " + name + '.');
    FileSystemState.Crypt crypt =
        new FileSystemState.Crypt(decrypted.size().count(), LuksHeader.dataOffset(volume));
    Optional<FileSystem> inner = FileSystem.find(decrypted);
    if (inner.isEmpty()) {
      messages.info("No file system found on " + decrypted.name() + '.');
    }
    return inner.map(found -> state(found, decrypted, Optional.of(crypt)));
  }

  private FileSystemState state(
      FileSystem found, LinuxDevice device, Optional<FileSystemState.Crypt> crypt) {
    Optional<String> directory =
        MountTable.read(mounts)
            .of(device.deviceNumber(), found.type())
            .map(MountTable.Entry::directory);
    FileSystem now =
        found.isXfs() && directory.isPresent() ? liveXfs(found, directory.get()) : found;
    return new FileSystemState(now, device.name(), directory, crypt);
  }

  /** The superblock on disk of a mounted xfs may be old; the file system itself knows better. */
  private FileSystem liveXfs(FileSystem found, String directory) {
    for (String line : tools.output(List.of("xfs_info", directory))) {
      if (line.startsWith("data")) {
        long size = number(line, "bsize=") * number(line, "blocks=");
        return size > 0 ? found.withEnd(size) : found;
      }
    }
    return found;
  }

  private static long number(String line, String key) {
    int at = line.indexOf(key);
    long value = 0;
    for (int i = at + key.length(); at >= 0 && i < line.length(); i++) {
      char c = line.charAt(i);
      if (c < '0' || c > '9') {
        break;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  /** The device that decrypts a volume, if it is set up. */
  public Optional<LinuxDevice> decrypted(LinuxDevice volume) {
    List<DeviceNumber> holders = sysfs.holders(volume.deviceNumber());
    if (holders.isEmpty()) {
      return Optional.empty();
    }
    DeviceNumber number = holders.get(0);
    String path = "/dev/dm-" + number.minor();
    if (sysfs.text(number, "dm/name").isEmpty()) {
      throw new FailedException("Unrecognized holder " + number + " of " + volume.name());
    }
    return Optional.of(new LinuxDevice(List.of(path), number, sysfs));
  }

  /**
   * Whether a volume was renamed while it was mounted: mount tables then have its old name, and the
   * tools do not find it.
   *
   * @param node the volume's device node, {@code /dev/mapper/NAME}
   */
  public boolean isMountedUnderOtherName(LinuxDevice volume, String node, FileSystem found) {
    Optional<MountTable.Entry> entry =
        MountTable.read(mounts).of(volume.deviceNumber(), found.type());
    if (found.isBtrfs() || entry.isEmpty() || real(node).equals(real(entry.get().source()))) {
      return false;
    }
    messages.error(
        "LV "
            + node
            + " mounted at "
            + entry.get().directory()
            + " may have been renamed (from "
            + entry.get().source()
            + ").");
    messages.error(
        "File system resizing not supported: fs utilities do not support renamed devices.");
    return true;
  }

  private static Path real(String path) {
    try {
      return Path.of(path).toRealPath();
    } catch (IOException e) {
      return Path.of(path);
    }
  }

  /** Whether lvm2, linked with the library that is here, could tell how far file systems reach. */
  public static boolean blkidTellsSizes() {
    for (String directory : List.of("/lib64", "/usr/lib64", "/usr/lib", "/lib")) {
      for (String sub : List.of("", "x86_64-linux-gnu", "aarch64-linux-gnu")) {
        Path library = Path.of(directory, sub, "libblkid.so.1");
        if (Files.exists(library)) {
          return contains(library, "FSLASTBLOCK");
        }
      }
    }
    return true;
  }

  private static boolean contains(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      return true;
    }
  }
}
