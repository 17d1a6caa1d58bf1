package org.jlvm.activation;

import java.util.HashSet;
import java.util.Set;
import org.jlvm.activation.live.TreeSwitch;
import org.jlvm.activation.live.VolumeLinks;
import org.jlvm.activation.node.DeviceTree;
import org.jlvm.activation.node.Node;
import org.jlvm.core.engine.activation.Activation;

/** A switch of devices, and of the links that lead to them. */
record LinkedSwitch(TreeSwitch devices, DeviceTree before, DeviceTree wanted, VolumeLinks links)
    implements Activation.LiveChange {
  @Override
  public void suspend() {
    devices.suspend();
  }

  @Override
  public void resume() {
    devices.resume();
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
      node.link().ifPresent(link -> links.add(link, node.name()));
    }
  }

  @Override
  public void abort() {
    devices.abort();
  }
}
