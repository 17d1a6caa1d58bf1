package org.jlvm.activation.live;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jlvm.activation.node.DeviceNames;
import org.jlvm.activation.node.Layer;
import org.jlvm.activation.node.Node;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.VgName;
import org.jlvm.dm.DmName;

/**
 * The links {@code VG/LV} below the device directory to nodes in {@code mapper}. What is to be
 * there is noted while devices change and put in effect when none is suspended any more; where udev
 * makes the links, what it has done is left alone.
 */
public final class VolumeLinks {
  private final Path directory;
  private final Messages messages;
  private final boolean byUdev;
  private final Map<Path, Optional<DmName>> wanted = new LinkedHashMap<>();

  /** Folders that a link was removed from. */
  private final Set<Path> left = new LinkedHashSet<>();

  /**
   * @param directory as /dev
   * @param byUdev whether udev's rules make and remove the links
   */
  public VolumeLinks(Path directory, Messages messages, boolean byUdev) {
    this.directory = directory;
    this.messages = messages;
    this.byUdev = byUdev;
  }

  public void add(Node.Link link, DmName name) {
    note(path(link), Optional.of(name));
  }

  public void remove(Node.Link link) {
    note(path(link), Optional.empty());
  }

  /** Removes links of a group that lead to devices which are not there any more. */
  public void removeStale(VgName vg, LiveDevices live) {
    Path folder = directory.resolve(vg.value());
    if (byUdev || !Files.isDirectory(folder)) {
      return;
    }
    Path mapper = directory.resolve("mapper");
    try (DirectoryStream<Path> links = Files.newDirectoryStream(folder, Files::isSymbolicLink)) {
      for (Path link : links) {
        Path target = Files.readSymbolicLink(link);
        if (mapper.equals(target.getParent())
            && !live.isNamed(target.getFileName().toString())
            && !wanted.containsKey(link)) {
          Files.deleteIfExists(link);
        }
      }
    } catch (IOException e) {
      messages.debug("Links in " + folder + " were not looked at: " + e.getMessage());
    }
  }

  /**
   * Removes links of groups that there are no more, as a renaming that was killed leaves them:
   * those that are named like the device that they led to, which is gone. Looks through the whole
   * device directory.
   */
  public void removeAbandoned(LiveDevices live) {
    if (byUdev) {
      return;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(directory, this::isGroup)) {
      for (Path folder : folders) {
        removeAbandoned(folder, live);
      }
    } catch (IOException e) {
      messages.debug("Old links in " + directory + " were not looked for: " + e.getMessage());
    }
  }

  private boolean isGroup(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && VgName.isValid(folder.getFileName().toString());
  }

  private void removeAbandoned(Path folder, LiveDevices live) throws IOException {
    boolean removed = false;
    try (DirectoryStream<Path> links = Files.newDirectoryStream(folder, Files::isSymbolicLink)) {
      for (Path link : links) {
        Path target = Files.readSymbolicLink(link);
        if (isAbandoned(link, target, live)) {
          removed |= Files.deleteIfExists(link);
        }
      }
    }
    if (removed) {
      removeIfEmpty(folder);
    }
  }

  private boolean isAbandoned(Path link, Path target, LiveDevices live) {
    if (!directory.resolve("mapper").equals(target.getParent())
        || wanted.containsKey(link)
        || Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    String name = target.getFileName().toString();
    Optional<Node.Link> named = DeviceNames.link(new DmName(name));
    return named.isPresent() && path(named.get()).equals(link) && !live.isNamed(name);
  }

  /**
   * A node that is in use has the link that it is to have; a hidden one loses that of old times.
   */
  public void update(Node node) {
    if (node.link().isPresent()) {
      add(node.link().get(), node.name());
    } else {
      remove(node);
    }
  }

  /** The node's link goes, also one that was made before the volume was hidden. */
  public void remove(Node node) {
    if (node.link().isPresent()) {
      remove(node.link().get());
    } else if (node.layer() == Layer.TOP) {
      DeviceNames.link(node.name()).ifPresent(this::remove);
    }
  }

  private void note(Path path, Optional<DmName> target) {
    wanted.remove(path); // what is noted last is done last
    wanted.put(path, target);
  }

  private Path path(Node.Link link) {
    return directory.resolve(link.vg().value()).resolve(link.lv().value());
  }

  /** Puts in effect what was noted. */
  public void update() {
    for (Map.Entry<Path, Optional<DmName>> entry : wanted.entrySet()) {
      try {
        if (entry.getValue().isPresent()) {
          make(entry.getKey(), directory.resolve("mapper").resolve(entry.getValue().get().value()));
        } else {
          delete(entry.getKey());
        }
      } catch (IOException e) {
        messages.error("Failed to update link " + entry.getKey() + ": " + e.getMessage());
      }
    }
    wanted.clear();
    for (Path folder : left) {
      removeIfEmpty(folder);
    }
    left.clear();
  }

  private void make(Path link, Path target) throws IOException {
    if (!byUdev && isMade(link, target) || leadsTo(link, target)) {
      return;
    }
    if (byUdev) {
      messages.warn(
          "The link "
              + link
              + " should have been created by udev but it was not found. Falling back to direct"
              + " link creation.");
    }
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
      messages.error("Symbolic link " + link + " not created: file exists");
      return;
    }
    Files.createDirectories(Objects.requireNonNull(link.getParent()));
    Files.deleteIfExists(link);
    try {
      Files.createSymbolicLink(link, target);
    } catch (FileAlreadyExistsException e) {
      messages.debug(link + " was made by another process");
    }
  }

  /** Mostly there is nothing, and one call does it. */
  private static boolean isMade(Path link, Path target) throws IOException {
    try {
      Files.createSymbolicLink(link, target);
      return true;
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      return false; // it may be right; or the group's folder is missing
    }
  }

  private static boolean leadsTo(Path link, Path target) {
    try {
      return Files.isSymbolicLink(link) && Files.isSameFile(link, target);
    } catch (IOException e) {
      return false; // it leads nowhere
    }
  }

  private void delete(Path link) throws IOException {
    if (Files.isSymbolicLink(link)) {
      if (byUdev) {
        messages.warn(
            "The link "
                + link
                + " should have been removed by udev but it is still present. Falling back to"
                + " direct link removal.");
      }
      if (!link.toFile().delete()) {
        Files.deleteIfExists(link); // tells why not, if it is still there
      }
    }
    left.add(Objects.requireNonNull(link.getParent()));
  }

  private void removeIfEmpty(Path folder) {
    boolean real = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    if (real && !folder.toFile().delete()) {
      messages.debug(folder + " is still in use");
    }
  }
}
