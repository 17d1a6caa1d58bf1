package org.jlvm.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One side of a comparison: a folder with its own device directory, disks, lvm.conf, locks and
 * backups, and the program that works on them.
 */
final class Machine implements AutoCloseable {

  private final Path folder;
  private LvmRunner runner;
  private final LoopDisks loops;
  private final Map<String, LoopDisks.LoopDisk> disks = new TreeMap<>();
  private final List<String> configLines = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  Machine(Path folder, LvmRunner runner) {
    this.folder = folder;
    this.runner = runner;
    this.loops = new LoopDisks();
    try {
      for (String name : List.of("dev", "images", "etc", "lock", "backup", "archive", "run")) {
        Files.createDirectories(folder.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    environment.put("LVM_SYSTEM_DIR", folder.resolve("etc").toString());
    environment.put("LVM_SUPPRESS_FD_WARNINGS", "1");
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("TZ", "UTC");
    writeConfig();
  }

  Path folder() {
    return folder;
  }

  Map<String, LoopDisks.LoopDisk> disks() {
    return disks;
  }

  /** From now on that program works on the disks. */
  void runner(LvmRunner next) {
    this.runner = next;
  }

  void addDisks(Scenario.Disks wanted) {
    for (LoopDisks.LoopDisk disk :
        loops.attach(
            folder.resolve("images"), wanted.count(), wanted.size(), wanted.sectorSize())) {
      String name = "sd" + (char) ('a' + disks.size());
      disks.put(name, disk);
      attach(name);
    }
  }

  /** One that is there stays: a random sequence that is cut down may have lost its detach. */
  void attach(String name) {
    LoopDisks.LoopDisk disk = disk(name);
    if (Files.exists(device(name))) {
      return;
    }
    LoopDisks.shell(
        "mknod -m 600 '%s' b %d %d".formatted(device(name), disk.major(), disk.minor()));
  }

  /** One that is gone stays so. */
  void detach(String name) {
    disk(name);
    try {
      Files.deleteIfExists(device(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LoopDisks.LoopDisk disk(String name) {
    LoopDisks.LoopDisk disk = disks.get(name);
    if (disk == null) {
      throw new IllegalArgumentException("no disk " + name);
    }
    return disk;
  }

  private Path device(String name) {
    return folder.resolve("dev").resolve(name);
  }

  void configure(String line) {
    configLines.add(localize(line));
    writeConfig();
  }

  void environment(String name, String value) {
    environment.put(name, localize(value));
  }

  /** For programs started elsewhere to see the same surroundings. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  CommandResult shell(String command) {
    return ProcessRunner.execute(
        List.of("bash", "-c", localize(command)),
        new LvmRunner.Surroundings(Map.copyOf(environment), ""));
  }

  CommandResult lvm(List<String> arguments, String answers) {
    List<String> localized = new ArrayList<>();
    for (String argument : arguments) {
      localized.add(localize(argument));
    }
    return runner.run(
        List.copyOf(localized), new LvmRunner.Surroundings(Map.copyOf(environment), answers));
  }

  /** Puts the side's own paths in for {@code /dev/} and {@code $T}. */
  private String localize(String text) {
    return text.replace("$T", folder.toString()).replaceAll("(?<![\\w.])/dev/", folder + "/dev/");
  }

  private void writeConfig() {
    String config =
        """
        devices {
          dir = "%1$s/dev"
          scan = [ "%1$s/dev" ]
          filter = [ "a|^%1$s/dev/sd|", "r|.*|" ]
          use_devicesfile = 0
          md_component_detection = 0
          multipath_component_detection = 0
          hints = "none"
        }
        global {
          activation = 0
          locking_dir = "%1$s/lock"
          event_activation = 0
        }
        activation {
          udev_sync = 0
          udev_rules = 0
          monitoring = 0
        }
        backup {
          backup_dir = "%1$s/backup"
          archive_dir = "%1$s/archive"
        }
        """
            .formatted(folder);
    try {
      Files.writeString(
          folder.resolve("etc/lvm.conf"), config + String.join("\n", configLines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    loops.close();
    LoopDisks.shell("rm -rf '" + folder + "'");
  }
}
