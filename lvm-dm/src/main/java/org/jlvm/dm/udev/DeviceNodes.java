package org.jlvm.dm.udev;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jlvm.core.message.Messages;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmName;
import org.jlvm.dm.Errno;
import org.jlvm.dm.jna.Libc;
import org.jlvm.dm.table.DeviceNumber;

/**
 * Nodes of devices in the directory {@code mapper}. What is to be there is noted while devices
 * change and put in effect later, when none is suspended any more: the directory itself could be on
 * one of them.
 */
public final class DeviceNodes {
  private static final Path SYSTEM_DIRECTORY = Path.of("/dev");

  /** Owner, group and mode of a node as distributions choose them, and as udev's rules say. */
  private static final int ROOT = 0;

  private static final int DISK = 6;
  private static final int MODE = 0660;
  private static final int TYPE_MASK = 0xf000;

  /** What is to be at a name: a node of this number, or nothing. */
  private record Wanted(Optional<DeviceNumber> number, boolean udevShouldHave) {}

  private final Path directory;
  private final boolean ownDirectory;
  private final Libc libc;
  private final Messages messages;
  private final boolean warn;
  private final Map<DmName, Wanted> wanted = new LinkedHashMap<>();

  /** What is noted while devices are suspended; its class must not be read from a disk then. */
  private static final Wanted NOTHING = new Wanted(Optional.empty(), false);

  /**
   * @param deviceDirectory as /dev
   * @param warn whether to say so when udev has not done what was expected of it
   */
  public DeviceNodes(Path deviceDirectory, Libc libc, Messages messages, boolean warn) {
    this.directory = deviceDirectory.resolve("mapper");
    this.ownDirectory = !deviceDirectory.equals(SYSTEM_DIRECTORY);
    this.libc = libc;
    this.messages = messages;
    this.warn = warn;
  }

  public Path path(DmName name) {
    return directory.resolve(name.value());
  }

  /** A node is to be there. */
  public void add(DmName name, DeviceNumber number, boolean udevShouldHave) {
    note(name, new Wanted(Optional.of(number), udevShouldHave));
  }

  /** No node is to be there. */
  public void remove(DmName name, boolean udevShouldHave) {
    note(name, udevShouldHave ? new Wanted(Optional.empty(), true) : NOTHING);
  }

  private void note(DmName name, Wanted state) {
    wanted.remove(name); // what is noted last is done last
    wanted.put(name, state);
  }

  /** The nodes that are there, and whose: of block devices, made by no udev. */
  public Map<DmName, DeviceNumber> present() {
    Map<DmName, DeviceNumber> present = new LinkedHashMap<>();
    if (!Files.isDirectory(directory)) {
      return present;
    }
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, this::isOurs)) {
      for (Path path : paths) {
        present.put(new DmName(path.getFileName().toString()), number(path));
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw DmException.unavailable("Failed to read " + directory + ": " + e);
    }
    return present;
  }

  private boolean isOurs(Path path) throws IOException {
    return DmName.isValid(path.getFileName().toString())
        && (ownDirectory || !Files.isSymbolicLink(path))
        && isBlockDevice(path);
  }

  /** Puts in effect what was noted. */
  public void update() {
    while (!wanted.isEmpty()) {
      Map.Entry<DmName, Wanted> entry = wanted.entrySet().iterator().next();
      wanted.remove(entry.getKey());
      Wanted state = entry.getValue();
      if (state.number().isPresent()) {
        make(entry.getKey(), state.number().get(), state.udevShouldHave());
      } else {
        delete(path(entry.getKey()), state.udevShouldHave());
      }
    }
  }

  private void make(DmName name, DeviceNumber number, boolean udevShouldHave) {
    Path path = path(name);
    if (!udevShouldHave && !ownDirectory && mknod(path, number) == 0) {
      messages.debug("Created " + path);
      return; // mostly there is nothing, and one call does it
    }
    try {
      if (Files.exists(path)) {
        if (!isBlockDevice(path)) {
          throw DmException.unavailable(
              "A non-block device file at '" + path + "' is already present");
        }
        if (number(path).equals(number)) {
          return;
        }
        Files.delete(path);
      } else {
        if (udevShouldHave && warn) {
          messages.warn(path + " not set up by udev: Falling back to direct node creation.");
        }
        Files.deleteIfExists(path); // a link to nowhere
        Files.createDirectories(directory);
      }
      create(name, path, number);
    } catch (IOException e) {
      throw DmException.unavailable("Failed to make node " + path + ": " + e);
    }
  }

  private void create(DmName name, Path path, DeviceNumber number) throws IOException {
    Path kernelNode = SYSTEM_DIRECTORY.resolve("dm-" + number.minor());
    if (ownDirectory && isBlockDevice(kernelNode) && number(kernelNode).equals(number)) {
      // so that closing it makes udev look at the one node it knows
      try {
        Files.createSymbolicLink(path, kernelNode);
      } catch (FileAlreadyExistsException e) {
        messages.debug(path + " was made by another process");
      }
      return;
    }
    int result = mknod(path, number);
    if (result < 0 && -result != Errno.EEXIST.number()) {
      String reason = new Errno(-result).text();
      throw DmException.unavailable(path + ": mknod for " + name + " failed: " + reason);
    }
    messages.debug("Created " + path);
  }

  private int mknod(Path path, DeviceNumber number) {
    String node = path.toString();
    int result = libc.mknod(node, Libc.S_IFBLK | MODE, number.encode());
    if (result == 0) {
      require("chown", node, libc.lchown(node, ROOT, DISK));
      // Making it was subject to the process's mask.
      require("chmod", node, libc.chmod(node, MODE));
    }
    return result;
  }

  private static void require(String call, String node, int result) {
    if (result < 0) {
      throw DmException.unavailable(node + ": " + call + " failed: " + new Errno(-result).text());
    }
  }

  private void delete(Path path, boolean udevShouldHave) {
    if (!(udevShouldHave && warn) && path.toFile().delete()) {
      messages.debug("Removed " + path);
      return;
    }
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (udevShouldHave && warn) {
      messages.warn(
          "Node " + path + " was not removed by udev. Falling back to direct node removal.");
    }
    try {
      Files.delete(path);
      messages.debug("Removed " + path);
    } catch (NoSuchFileException e) {
      messages.debug(path + " was removed by another process");
    } catch (IOException e) {
      throw DmException.unavailable("Failed to remove node " + path + ": " + e);
    }
  }

  private static boolean isBlockDevice(Path path) throws IOException {
    return Files.exists(path)
        && ((Integer) Files.getAttribute(path, "unix:mode") & TYPE_MASK) == Libc.S_IFBLK;
  }

  private static DeviceNumber number(Path path) throws IOException {
    return DeviceNumber.decode((Long) Files.getAttribute(path, "unix:rdev"));
  }
}
