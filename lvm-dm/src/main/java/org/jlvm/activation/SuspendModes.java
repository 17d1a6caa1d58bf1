package org.jlvm.activation;

import java.util.Optional;
import java.util.Set;
import org.jlvm.activation.tree.VolumeRoles;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.dm.SuspendMode;

/** How devices are stopped for a change. */
final class SuspendModes {
  private SuspendModes() {}

  /** How devices are stopped that are to be as they are. */
  static SuspendMode of(VolumeRoles roles, Set<LvmId> roots) {
    return of(roles, roots, roles, roots);
  }

  /**
   * How volumes are stopped to become others. File systems are asked to come to rest for snapshots
   * only. Requests that wait in a mirror because a part of it fails are never finished by the old
   * table: they must be kept for the new one, or whoever made them would get an error.
   *
   * @param oldRoots volumes whose devices there are
   * @param newRoots volumes that will have devices, among them what leaves an old one
   */
  static SuspendMode of(
      VolumeRoles old, Set<LvmId> oldRoots, VolumeRoles next, Set<LvmId> newRoots) {
    boolean frozen = false;
    for (LvmId root : newRoots) {
      frozen |= next.relations().isOrigin(root) || next.relations().isCow(root);
    }
    boolean kept = !oldRoots.isEmpty() && !frozen;
    for (LvmId root : oldRoots) {
      kept &= isMirror(old.state().vg().lv(root)) && !isResized(root, old, next);
    }
    return new SuspendMode(kept, !frozen);
  }

  private static boolean isMirror(LogicalVolume lv) {
    return lv.firstSegment() instanceof MirrorSegment mirror && !mirror.isMove();
  }

  private static boolean isResized(LvmId root, VolumeRoles old, VolumeRoles next) {
    Optional<LogicalVolume> after = next.state().vg().findLv(root);
    return after.isPresent()
        && after.get().extentCount() != old.state().vg().lv(root).extentCount();
  }
}
