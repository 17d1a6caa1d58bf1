package org.jlvm.cli.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LvmId;

/** Finds device-mapper devices of a group in sysfs, as long as the kernel is not asked itself. */
final class ActiveVolumes {
  private ActiveVolumes() {}

  /**
   * Whether any volume of a group has a device.
   *
   * @param sysBlock usually {@code /sys/block}
   */
  static boolean existFor(Path sysBlock, LvmId vg) {
    if (!Files.isDirectory(sysBlock)) {
      return false;
    }
    try (DirectoryStream<Path> devices = Files.newDirectoryStream(sysBlock, "dm-*")) {
      for (Path device : devices) {
        if (Files.readString(device.resolve("dm/uuid")).startsWith("LVM-" + vg.value())) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new FailedException("Cannot tell whether volumes are active: " + e.getMessage(), e);
    }
  }
}
