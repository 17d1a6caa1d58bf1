package org.jlvm.core.device;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kernel's view of block devices, {@code /sys}. What is not there is empty: attributes come and
 * go with kernel versions and drivers.
 *
 * @param root usually {@code /sys}
 */
public record Sysfs(Path root) {
  /** The kernel gives no more than a page of an attribute; other files read so are shorter. */
  private static final int ATTRIBUTE_LIMIT = 4096;

  /** The directory of a device, whether disk or partition. */
  public Path directory(DeviceNumber number) {
    return root.resolve("dev/block/" + number);
  }

  public boolean knows(DeviceNumber number) {
    return Files.exists(directory(number));
  }

  /** The text of one attribute, without surrounding white space. */
  public Optional<String> text(DeviceNumber number, String attribute) {
    return text(directory(number).resolve(attribute));
  }

  /** The text of an attribute, without surrounding white space; empty if it cannot be read. */
  public static Optional<String> text(Path file) {
    // Attributes are short, and a plain stream asks the kernel for less than a channel.
    try (FileInputStream in = new FileInputStream(file.toString())) {
      byte[] bytes = new byte[ATTRIBUTE_LIMIT];
      int length = Math.max(0, in.read(bytes)); // an attribute comes in one piece
      return Optional.of(new String(bytes, 0, length, StandardCharsets.UTF_8).trim());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public Optional<Long> number(DeviceNumber number, String attribute) {
    Optional<String> text = text(number, attribute);
    return text.isPresent() ? parse(text.get()) : Optional.empty();
  }

  /** An attribute of the request queue; a partition has its disk's. */
  public Optional<Long> queueNumber(DeviceNumber number, String attribute) {
    Optional<Long> own = number(number, "queue/" + attribute);
    if (own.isPresent() || !isPartition(number)) {
      return own;
    }
    // The link's target is .../block/DISK/PARTITION, so the parent is the disk.
    return text(real(directory(number)).resolve("../queue/" + attribute)).flatMap(Sysfs::parse);
  }

  public boolean isPartition(DeviceNumber number) {
    return Files.exists(directory(number).resolve("partition"));
  }

  /** The number of a partition on its disk; 0 for a whole disk. */
  public int partition(DeviceNumber number) {
    return number(number, "partition").map(Long::intValue).orElse(0);
  }

  /** The disk that a partition is on. */
  public Optional<DeviceNumber> diskOf(DeviceNumber partition) {
    if (!isPartition(partition)) {
      return Optional.empty();
    }
    return text(real(directory(partition)).resolve("../dev")).flatMap(DeviceNumber::parse);
  }

  /** The devices that are built on this one. */
  public List<DeviceNumber> holders(DeviceNumber number) {
    return related(number, "holders");
  }

  /** The devices that this one is built on. */
  public List<DeviceNumber> slaves(DeviceNumber number) {
    return related(number, "slaves");
  }

  private List<DeviceNumber> related(DeviceNumber number, String kind) {
    Path directory = directory(number).resolve(kind);
    String[] names = directory.toFile().list();
    List<DeviceNumber> found = new ArrayList<>(0);
    for (String name : names == null ? new String[0] : names) {
      text(directory.resolve(name).resolve("dev"))
          .flatMap(DeviceNumber::parse)
          .ifPresent(found::add);
    }
    return found;
  }

  /** The bytes of an attribute; empty if it cannot be read or has none. */
  public Optional<byte[]> bytes(DeviceNumber number, String attribute) {
    try {
      byte[] bytes = Files.readAllBytes(directory(number).resolve(attribute));
      return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

  private static Optional<Long> parse(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
