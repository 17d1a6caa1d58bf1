package org.jlvm.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.activation.live.Changes;
import org.jlvm.activation.live.LiveDevice;
import org.jlvm.activation.live.VolumeLinks;
import org.jlvm.activation.node.DeviceNames;
import org.jlvm.activation.node.Layer;
import org.jlvm.activation.tree.VolumeRoles;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.unknown.UnknownSegment;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.UdevFlags;

/** Devices of a group that a command left behind when it was killed: no volume needs them. */
final class Leftovers {
  private final Changes changes;
  private final VolumeLinks links;
  private final VolumeRoles roles;
  private final VolumeGroup vg;

  Leftovers(Changes changes, VolumeLinks links, VolumeRoles roles) {
    this.changes = changes;
    this.links = links;
    this.roles = roles;
    this.vg = roles.state().vg();
  }

  /**
   * Removes those that nobody uses and lets the others serve. Nothing is done while PVs are
   * missing, as the metadata may be old then, or if there are volumes that are not understood.
   *
   * @return whether all is done: false if one is in use, perhaps by a volume that is not in order
   *     yet
   * @throws org.jlvm.dm.DmException if that fails
   */
  boolean remove() {
    if (roles.state().hasMissingPvs() || isPartlyUnknown()) {
      return true;
    }
    links.removeStale(vg.name(), changes.live());
    List<LiveDevice> found = new ArrayList<>(0);
    for (LiveDevice device : changes.live().withPrefix(DeviceNames.prefix(vg.id()))) {
      if (isLeftOver(device)) {
        found.add(device);
      }
    }
    // Those below are free only after those above have gone.
    while (found.removeIf(this::removeUnused)) {
      changes.messages().debug("Devices that no volume needs were removed.");
    }
    found.forEach(this::letServe);
    return found.isEmpty();
  }

  private boolean isPartlyUnknown() {
    for (LogicalVolume lv : vg.lvs()) {
      if (!lv.segments().isEmpty() && lv.firstSegment() instanceof UnknownSegment) {
        return true;
      }
    }
    return false;
  }

  private boolean isLeftOver(LiveDevice device) {
    String ids = device.uuid().value().substring(DeviceNames.prefix(vg.id()).length());
    int end = ids.indexOf('-');
    String layer = end < 0 ? "" : ids.substring(end + 1);
    String id = end < 0 ? ids : ids.substring(0, end);
    if (!LvmId.isParsable(id)) {
      return false;
    }
    LvRelations relations = roles.relations();
    Optional<LogicalVolume> lv = vg.findLv(new LvmId(id));
    if (lv.isPresent() && isOfNobody(relations, lv.get())) {
      return true;
    }
    if (layer.equals(Layer.COW.suffix())) {
      return lv.isEmpty() || !relations.isCow(lv.get().id());
    }
    if (layer.equals(Layer.REAL.suffix())) {
      return lv.isEmpty() || !relations.isOrigin(lv.get().id()) && !roles.isPrivate(lv.get());
    }
    return layer.isEmpty() && lv.isEmpty();
  }

  /** Whether a volume is neither for users nor part of another one any more, or not yet. */
  private static boolean isOfNobody(LvRelations relations, LogicalVolume lv) {
    return !relations.isVisible(lv)
        && !relations.isCow(lv.id())
        && !lv.flags().has(Flag.PVMOVE)
        && relations.usersOf(lv.id()).isEmpty();
  }

  private boolean removeUnused(LiveDevice device) {
    Optional<DmInfo> info = changes.info(device);
    if (info.isPresent() && info.get().openCount() > 0) {
      return false;
    }
    if (info.isPresent()) {
      changes.remove(device, UdevFlags.NONE);
    }
    return true;
  }

  private void letServe(LiveDevice device) {
    DmInfo info = changes.info(device).orElseThrow();
    if (info.inactiveTable()) {
      changes.clear(device);
    }
    if (info.suspended() && info.activeTable()) {
      changes.resume(device, UdevFlags.NONE);
    }
  }
}
