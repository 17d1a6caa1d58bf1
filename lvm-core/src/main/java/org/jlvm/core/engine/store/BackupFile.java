package org.jlvm.core.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.format.TextVersion;
import org.jlvm.core.format.VgTextReader;
import org.jlvm.core.model.VolumeGroup;

/** A file with a group's metadata, made by vgcfgbackup or before or after a change. */
public final class BackupFile {
  private BackupFile() {}

  /**
   * Reads the group.
   *
   * @throws FailedException if the file cannot be read
   * @throws org.jlvm.core.error.FormatException if it holds no group
   */
  public static VolumeGroup read(Path file) {
    try {
      return VgTextReader.read(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new FailedException(file + ": stat failed: No such file or directory", e);
    } catch (IOException e) {
      throw new FailedException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Which version of a group a file holds, without reading all of it; nothing unless it is clear.
   */
  static Optional<TextVersion> version(Path file) {
    try {
      return TextVersion.of(Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
