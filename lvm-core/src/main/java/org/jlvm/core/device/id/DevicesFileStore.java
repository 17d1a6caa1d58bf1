package org.jlvm.core.device.id;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jlvm.core.error.FailedException;

/**
 * A devices file on disk. It is replaced, never changed in place. Locking is the caller's: lvm2
 * locks {@code D_NAME} in its locking directory, shared to read and exclusive to change.
 *
 * @param systemDirectory usually {@code /etc/lvm}
 * @param name of the file in its {@code devices} directory
 */
public record DevicesFileStore(Path systemDirectory, String name) {
  /** The file that is used unless another is asked for; the only one with backups. */
  public static final String DEFAULT_NAME = "system.devices";

  public Path path() {
    return systemDirectory.resolve("devices").resolve(name);
  }

  public boolean exists() {
    return Files.exists(path());
  }

  /** The file to lock, in lvm2's locking directory. */
  public Path lockFile(Path lockingDirectory) {
    return lockingDirectory.resolve("D_" + name);
  }

  /**
   * @return empty if there is no file
   * @throws FailedException if it cannot be read
   */
  public Optional<DevicesFile> read() {
    if (!exists()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(path());
      return Optional.of(DevicesFileText.parse(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new FailedException("Cannot open devices file to read.", e);
    }
  }

  /**
   * Makes an empty file, which allows no device, unless there is one.
   *
   * @throws FailedException if that fails
   */
  public void touch() {
    try {
      Files.createDirectories(path().getParent());
      FileChannel.open(path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    } catch (IOException e) {
      throw new FailedException("Failed to create the devices file.", e);
    }
  }

  /**
   * Puts a file that is not in use out of the way: what it lists need not be right any more by the
   * time that one is used again. Where that is not allowed it stays, as with lvm2.
   *
   * @param time YYYYMMDD.HHMMSS, local time; for the new name
   */
  public void retire(String time) {
    if (exists()) {
      path().toFile().renameTo(path().resolveSibling(name + "-unused." + time).toFile());
    }
  }

  /** Whether the file on disk is still the one that was read. */
  public boolean isUnchanged(DevicesFile readBefore) {
    Optional<DevicesFile> now = read();
    return now.isPresent() && now.get().version().equals(readBefore.version());
  }

  /**
   * Replaces the file, under the next version, and keeps a backup.
   *
   * @param backupTime YYYYMMDD.HHMMSS, local time; for the backup's name
   * @param backupLimit how many backups are kept; 0 for none
   * @return the file as written
   * @throws FailedException if that fails
   * @throws org.jlvm.core.error.FormatException if the version is not to be touched
   */
  public DevicesFile write(
      DevicesFile file,
      HostIdentity host,
      DevicesFileText.Author author,
      String backupTime,
      int backupLimit) {
    long counter = DevicesFileText.counter(file) + 1;
    DevicesFile marked = host.mark(file);
    DevicesFile next =
        new DevicesFile(
            marked.productUuid(),
            marked.hostName(),
            marked.refreshUntil(),
            Optional.of(DevicesFileText.nextVersion(file)),
            marked.entries(),
            marked.hash() == DevicesFile.Hash.IGNORED
                ? DevicesFile.Hash.IGNORED
                : DevicesFile.Hash.RIGHT);
    String text = DevicesFileText.print(next, author);
    try {
      Files.createDirectories(path().getParent());
      replace(text);
      if (backupLimit > 0 && name.equals(DEFAULT_NAME)) {
        new DevicesFileBackups(systemDirectory.resolve("devices/backup"))
            .keep(text, backupTime, counter, backupLimit);
      }
    } catch (IOException e) {
      throw new FailedException(
          "WARNING: " + path() + ": failed to replace devices file: " + e.getMessage(), e);
    }
    return next;
  }

  private void replace(String text) throws IOException {
    Path fresh = path().resolveSibling(name + "_new");
    writeDurably(fresh, text);
    Files.move(fresh, path(), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(path().getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  static void writeDurably(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
