package org.jlvm.activation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.activation.live.Changes;
import org.jlvm.activation.live.LiveDevice;
import org.jlvm.activation.live.VolumeLinks;
import org.jlvm.activation.node.DeviceNames;
import org.jlvm.activation.node.DeviceTree;
import org.jlvm.activation.node.Layer;
import org.jlvm.activation.node.Node;
import org.jlvm.core.model.LvmId;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.Errno;
import org.jlvm.dm.UdevFlags;

/** Makes and removes whole trees of devices. */
final class TreeActivation {
  private final Changes changes;
  private final VolumeLinks links;

  TreeActivation(Changes changes, VolumeLinks links) {
    this.changes = changes;
    this.links = links;
  }

  /**
   * Makes the devices that are not there and puts those that are in order, as after a command that
   * was killed.
   *
   * @throws DmException if that fails; devices that it made are removed again
   */
  void activate(DeviceTree tree) {
    List<Node> made = new ArrayList<>();
    try {
      for (Node node : tree.bottomUp()) {
        activate(node, made);
      }
    } catch (DmException e) {
      takeBack(made, e);
      throw e;
    }
    link(tree);
  }

  /** Notes the links to the devices of a tree. */
  void link(DeviceTree tree) {
    for (Node node : tree.bottomUp()) {
      links.update(node);
    }
  }

  private void activate(Node node, List<Node> made) {
    Optional<LiveDevice> found = changes.live().find(node);
    LiveDevice device = found.orElseGet(() -> changes.create(node));
    if (found.isEmpty()) {
      made.add(node);
      changes.load(device, node);
      resume(device, node);
      return;
    }
    if (isInOrder(node, device)) {
      return;
    }
    if (!device.name().equals(node.name())) {
      device = changes.rename(device, node.name(), node.udevFlags());
    }
    changes.load(device, node);
    resume(device, node);
  }

  /** Whether all devices of a tree are there and as they should be. */
  boolean isInOrder(DeviceTree tree) {
    for (Node node : tree.bottomUp()) {
      Optional<LiveDevice> device = changes.live().find(node);
      if (device.isEmpty() || !isInOrder(node, device.get())) {
        return false;
      }
    }
    return true;
  }

  private boolean isInOrder(Node node, LiveDevice device) {
    DmInfo info = changes.info(device).orElseThrow();
    return device.name().equals(node.name())
        && info.activeTable()
        && !info.inactiveTable()
        && !info.suspended()
        && info.readOnly() == node.readOnly()
        && changes.table(device).equals(node.table(changes.numbers()));
  }

  private void resume(LiveDevice device, Node node) {
    changes.messages().verbose("Resuming " + device + ".");
    changes.resume(device, node.udevFlags());
    changes.setReadAhead(device, node);
  }

  private void takeBack(List<Node> made, DmException cause) {
    for (int i = made.size() - 1; i >= 0; i--) {
      Optional<LiveDevice> device = changes.live().find(made.get(i));
      try {
        device.ifPresent(present -> changes.remove(present, UdevFlags.NONE));
      } catch (DmException e) {
        cause.addSuppressed(e);
      }
    }
  }

  /**
   * Removes devices from the top down; those below that something else uses stay.
   *
   * @throws DmException if a device for users cannot be removed
   */
  void deactivate(DeviceTree tree, LvmId vg) {
    Set<LvmId> lvs = new LinkedHashSet<>();
    for (Node node : tree.topDown()) {
      lvs.add(node.lv());
      Optional<LiveDevice> device = changes.live().find(node);
      if (device.isPresent()) {
        remove(device.get(), node.udevFlags(), node.layer() == Layer.TOP && node.isForUsers());
        // A command that died may have left it under another name.
        DeviceNames.link(device.get().name()).ifPresent(links::remove);
      }
      links.remove(node);
    }
    for (LvmId lv : lvs) {
      removeStandIns(DeviceNames.uuid(vg, lv, "").value());
    }
  }

  private void removeStandIns(String volume) {
    for (LiveDevice device : changes.live().standInsOf(volume)) {
      remove(device, UdevFlags.NONE, false);
    }
  }

  private void remove(LiveDevice device, UdevFlags flags, boolean required) {
    if (!required) {
      Optional<DmInfo> info = changes.info(device);
      if (info.isEmpty() || info.get().openCount() > 0) {
        return;
      }
    }
    try {
      changes.remove(device, flags);
    } catch (DmException e) {
      if (!e.is(Errno.ENXIO)) {
        throw e;
      }
    }
  }
}
