package org.jlvm.core.engine.filesystem;

import java.util.Optional;
import org.jlvm.core.device.filesystem.FileSystem;

/**
 * A file system as it is on a volume.
 *
 * @param fileSystem what it is and how far it reaches on its device
 * @param device the path of its device: the volume's, or that of the encryption between
 * @param mountPoint where it is mounted
 * @param crypt the encryption between it and the volume
 */
public record FileSystemState(
    FileSystem fileSystem, String device, Optional<String> mountPoint, Optional<Crypt> crypt) {
  /**
   * A device that decrypts the volume.
   *
   * @param size of the device, in bytes
   * @param offset of the data on the volume, in bytes
   */
  public record Crypt(long size, long offset) {}

  public boolean isMounted() {
    return mountPoint.isPresent();
  }

  /** How messages call it. */
  String name() {
    return fileSystem.type() + (crypt.isPresent() ? "+" + FileSystem.LUKS : "");
  }
}
