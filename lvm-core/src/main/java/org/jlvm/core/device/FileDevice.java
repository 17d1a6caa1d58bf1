package org.jlvm.core.device;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.units.Bytes;
import org.jlvm.core.units.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * A regular file that stands for a device. Nothing here is particular to an operating system.
 *
 * @param path what is opened
 * @param name the path as the user gave it
 */
public record FileDevice(Path path, String name) implements BlockDevice {
  /** A file shown under its own path. */
  public static FileDevice of(Path path) {
    return new FileDevice(path, path.toString());
  }

  @Override
  public List<String> names() {
    return List.of(name);
  }

  @Override
  public Bytes size() {
    try {
      return Bytes.of(Files.size(path));
    } catch (IOException e) {
      throw cannotOpen(name, e);
    }
  }

  @Override
  public int logicalBlockSize() {
    return Sectors.BYTES;
  }

  @Override
  public int physicalBlockSize() {
    return Sectors.BYTES;
  }

  @Override
  public boolean isReadOnly() {
    return !Files.isWritable(path);
  }

  @Override
  public Optional<DeviceNumber> number() {
    return Optional.empty();
  }

  @Override
  public DeviceHandle open(Access access) {
    return new ChannelHandle(name, openChannel(path, name, access), size());
  }

  static FileChannel openChannel(Path path, String name, Access access) {
    Set<OpenOption> options =
        access == Access.READ
            ? Set.of(StandardOpenOption.READ)
            : Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      return FileChannel.open(path, options);
    } catch (IOException e) {
      throw cannotOpen(name, e);
    }
  }

  private static DeviceException cannotOpen(String name, IOException e) {
    String reason =
        e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : "";
    String why =
        switch (e.getClass().getSimpleName()) {
          case "NoSuchFileException" -> "No such file or directory";
          case "AccessDeniedException" -> "Permission denied";
          default -> reason.isEmpty() ? String.valueOf(e.getMessage()) : reason;
        };
    return new DeviceException(name + ": open failed: " + why, e);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileDevice that && name.equals(that.name) && path.equals(that.path);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
