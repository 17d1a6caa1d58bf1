package org.jlvm.activation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.activation.live.Changes;
import org.jlvm.activation.live.LiveDevice;
import org.jlvm.activation.node.DeviceNames;
import org.jlvm.activation.node.DeviceTree;
import org.jlvm.activation.node.Layer;
import org.jlvm.activation.node.Node;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.UdevFlags;

/**
 * Devices that no volume needs any more: what a command left that was killed between the commit and
 * the end of its work. Devices that something has open stay.
 */
final class LeftOvers {
  private final Changes changes;

  LeftOvers(Changes changes) {
    this.changes = changes;
  }

  /** Removes devices of volumes that are not in the group any more. */
  void removeOf(VolumeGroup vg) {
    String prefix = DeviceNames.prefix(vg.id());
    List<LiveDevice> unknown = new ArrayList<>(0);
    for (LiveDevice device : changes.live().withPrefix(prefix)) {
      String rest = device.uuid().value().substring(prefix.length());
      boolean named = rest.length() >= LvmId.LENGTH;
      String id = named ? rest.substring(0, LvmId.LENGTH) : "";
      if (named && LvmId.isParsable(id) && vg.findLv(new LvmId(id)).isEmpty()) {
        unknown.add(device);
      }
    }
    remove(unknown);
  }

  /** Removes layers of the volumes of a tree that the tree does without. */
  void removeBelow(DeviceTree tree) {
    Set<DmUuid> needed = new HashSet<>();
    for (Node node : tree.bottomUp()) {
      changes.live().find(node).ifPresent(device -> needed.add(device.uuid()));
    }
    List<LiveDevice> unused = new ArrayList<>(0);
    for (Node node : tree.bottomUp()) {
      if (node.layer() == Layer.TOP) {
        addUnused(node, Layer.REAL, needed, unused);
        addUnused(node, Layer.COW, needed, unused);
      }
    }
    remove(unused);
  }

  private void addUnused(Node top, Layer layer, Set<DmUuid> needed, List<LiveDevice> unused) {
    String plain = top.uuid().value();
    if (plain.endsWith('-' + Layer.REAL.suffix())) {
      return;
    }
    Optional<LiveDevice> device =
        changes.live().find(new DmUuid(plain + '-' + layer.suffix()));
    if (device.isPresent() && !needed.contains(device.get().uuid())) {
      unused.add(device.get());
    }
  }

  /** Those above go first, whatever the order in which they were found. */
  private void remove(List<LiveDevice> devices) {
    List<LiveDevice> left = new ArrayList<>(devices);
    boolean progress = true;
    while (progress && !left.isEmpty()) {
      progress = false;
      for (LiveDevice device : List.copyOf(left)) {
        Optional<DmInfo> info = changes.info(device);
        if (info.isEmpty() || info.get().openCount() == 0) {
          info.ifPresent(present -> changes.remove(device, UdevFlags.NONE));
          left.remove(device);
          progress = true;
        }
      }
    }
  }
}
