package org.jlvm.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Loop devices over sparse files, detached again on {@link #close}, at the latest at JVM exit. */
final class LoopDisks implements AutoCloseable {

  /** A loop device, with the number that the kernel knows it by. */
  record LoopDisk(Path image, String loopDevice, int major, int minor) {}

  private final List<LoopDisk> disks = new ArrayList<>();
  private final Thread atExit = new Thread(this::detachAll);

  LoopDisks() {
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Attaches as many new disks, ordered by device number: lvm2 meets devices in that order, so it
   * has to be the same on both sides.
   */
  List<LoopDisk> attach(Path folder, int count, String size, int sectorSize) {
    List<LoopDisk> added = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      added.add(attachOne(folder.resolve("disk" + (disks.size() + i) + ".img"), size, sectorSize));
    }
    added.sort(Comparator.comparingInt(LoopDisk::minor));
    List<LoopDisk> named = named(added, folder);
    disks.addAll(named);
    return named;
  }

  /**
   * Images have the names of their places in that order, which devices files show: a loop device
   * tells the name that its file has now.
   */
  private List<LoopDisk> named(List<LoopDisk> ordered, Path folder) {
    List<LoopDisk> named = new ArrayList<>(ordered.size());
    try {
      for (LoopDisk disk : ordered) {
        Files.move(disk.image(), aside(disk.image()));
      }
      for (LoopDisk disk : ordered) {
        Path image = folder.resolve("disk" + (disks.size() + named.size()) + ".img");
        Files.move(aside(disk.image()), image);
        named.add(new LoopDisk(image, disk.loopDevice(), disk.major(), disk.minor()));
      }
      return named;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path aside(Path image) {
    return image.resolveSibling(image.getFileName() + ".new");
  }

  private static LoopDisk attachOne(Path image, String size, int sectorSize) {
    String loop =
        shell(
            "truncate -s %s '%s' && losetup --sector-size %d -f --show '%s'"
                .formatted(size, image, sectorSize, image));
    try {
      long device = (Long) Files.getAttribute(Path.of(loop), "unix:rdev");
      int major = (int) (device >>> 8 & 0xfff);
      int minor = (int) (device & 0xff | device >>> 12 & 0xfff00);
      return new LoopDisk(image, loop, major, minor);
    } catch (IOException | ClassCastException e) {
      throw new IllegalStateException("cannot look at " + loop, e);
    }
  }

  /** Runs a shell command that must succeed; returns its trimmed standard output. */
  static String shell(String command) {
    CommandResult result =
        ProcessRunner.execute(
            List.of("bash", "-c", command), new LvmRunner.Surroundings(Map.of(), ""));
    if (result.status() != 0) {
      throw new IllegalStateException(command + ": " + result.err());
    }
    return result.out().strip();
  }

  @Override
  public void close() {
    detachAll();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private synchronized void detachAll() {
    StringBuilder command = new StringBuilder();
    for (LoopDisk disk : disks) {
      command.append("losetup -d ").append(disk.loopDevice()).append("; ");
      try {
        Files.deleteIfExists(disk.image());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    disks.clear();
    if (!command.isEmpty()) {
      shell(command.toString());
    }
  }
}
