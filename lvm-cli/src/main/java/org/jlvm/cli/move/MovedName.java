package org.jlvm.cli.move;

import org.jlvm.cli.process.VolumePaths;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;

/** The volume that {@code pvmove --name} names: {@code lv}, {@code vg/lv} or {@code /dev/vg/lv}. */
final class MovedName {
  private MovedName() {}

  /**
   * The name without its group.
   *
   * @param vg the group of the physical volume; empty for one that is in none
   * @throws UsageException if another group is named, or no volume; the cause has been told
   */
  static String of(String given, String vg, VolumePaths paths, Messages messages) {
    if (given.indexOf('/') < 0) {
      return given;
    }
    String path = withoutSlashes(paths.strip(given).name());
    int slash = path.indexOf('/');
    if (slash < 0) {
      throw refused("--name takes a logical volume name.", messages);
    }
    if (!path.substring(0, slash).equals(vg)) {
      throw refused("Named LV and old PV must be in the same VG.", messages);
    }
    String name = withoutSlashes(path.substring(slash));
    if (name.isEmpty()) {
      throw refused("Incomplete LV name supplied with --name.", messages);
    }
    return name;
  }

  private static UsageException refused(String cause, Messages messages) {
    messages.error(cause);
    return new UsageException("Failed to find an LV name.");
  }

  private static String withoutSlashes(String path) {
    int at = 0;
    while (at < path.length() && path.charAt(at) == '/') {
      at++;
    }
    return path.substring(at);
  }
}
