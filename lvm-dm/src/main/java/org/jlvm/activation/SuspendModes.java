package org.jlvm.activation;

import java.util.Set;
import org.jlvm.activation.tree.VolumeRoles;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.dm.SuspendMode;

/** How devices are stopped for a change. */
final class SuspendModes {
  private SuspendModes() {}

  /** File systems are asked to come to rest for snapshots only. */
  static SuspendMode of(VolumeRoles roles, Set<LvmId> roots) {
    boolean frozen = false;
    boolean mirrors = !roots.isEmpty();
    for (LvmId root : roots) {
      LvRelations relations = roles.relations();
      frozen |= relations.isOrigin(root) || relations.isCow(root);
      LogicalVolume lv = roles.state().vg().lv(root);
      mirrors &= lv.firstSegment() instanceof MirrorSegment mirror && !mirror.isMove();
    }
    return new SuspendMode(mirrors && !frozen, !frozen);
  }
}
