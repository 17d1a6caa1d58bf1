package org.jlvm.core.device.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.jlvm.core.device.DeviceNumber;

/**
 * What stat(2) tells of an entry of a device directory.
 *
 * @param kind what it is
 * @param number of a block device; meaningless otherwise
 * @param fileSystem the number of the file system that it is in; -1 if not asked for
 */
record NodeAttributes(Kind kind, DeviceNumber number, long fileSystem) {
  private static final int TYPE_MASK = 0170000;
  private static final int DIRECTORY = 0040000;
  private static final int BLOCK_DEVICE = 0060000;

  enum Kind {
    DIRECTORY,
    BLOCK_DEVICE,
    OTHER
  }

  /** Follows links. */
  static NodeAttributes of(String path) throws IOException {
    Map<String, Object> found = Files.readAttributes(Path.of(path), "unix:mode,rdev,dev");
    long device = found.get("rdev") instanceof Long number ? number : 0;
    long fileSystem = found.get("dev") instanceof Long number ? number : -1;
    return new NodeAttributes(kind(found), DeviceNumber.ofEncoded(device), fileSystem);
  }

  /** Whether the entry itself is a directory and no link to one. */
  static boolean isRealDirectory(String path) throws IOException {
    return kind(Files.readAttributes(Path.of(path), "unix:mode", LinkOption.NOFOLLOW_LINKS))
        == Kind.DIRECTORY;
  }

  private static Kind kind(Map<String, Object> attributes) {
    int type = attributes.get("mode") instanceof Integer mode ? mode & TYPE_MASK : 0;
    return switch (type) {
      case DIRECTORY -> Kind.DIRECTORY;
      case BLOCK_DEVICE -> Kind.BLOCK_DEVICE;
      default -> Kind.OTHER;
    };
  }
}
