package org.jlvm.activation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.activation.live.LiveDevice;
import org.jlvm.activation.live.LiveDevices;
import org.jlvm.activation.live.TreeSwitch;
import org.jlvm.activation.live.VolumeLinks;
import org.jlvm.activation.node.DeviceNames;
import org.jlvm.activation.node.DeviceTree;
import org.jlvm.activation.node.Node;
import org.jlvm.core.engine.activation.Activation;

/** A switch of devices, and of the links that lead to them. */
record LinkedSwitch(
    TreeSwitch devices, DeviceTree before, DeviceTree wanted, LiveDevices live, VolumeLinks links)
    implements Activation.LiveChange {
  @Override
  public void suspend() {
    devices.suspend();
  }

  @Override
  public void resume() {
    List<Node.Link> former = formerLinks();
    devices.resume();
    former.forEach(links::remove);
    Set<Node.Link> kept = new HashSet<>();
    for (Node node : wanted.bottomUp()) {
      node.link().ifPresent(kept::add);
    }
    for (Node node : before.bottomUp()) {
      if (node.link().isPresent() && !kept.contains(node.link().get())) {
        links.remove(node.link().get());
      }
    }
    for (Node node : wanted.bottomUp()) {
      links.update(node);
    }
  }

  /** Names that devices had until now. */
  private List<Node.Link> formerLinks() {
    List<Node.Link> former = new ArrayList<>(0);
    for (Node node : wanted.bottomUp()) {
      Optional<LiveDevice> device = live.find(node);
      if (device.isPresent() && !device.get().name().equals(node.name())) {
        DeviceNames.link(device.get().name()).ifPresent(former::add);
      }
    }
    return former;
  }

  @Override
  public void abort() {
    devices.abort();
  }
}
