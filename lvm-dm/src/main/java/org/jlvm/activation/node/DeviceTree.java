package org.jlvm.activation.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.dm.DmUuid;

/** Devices in an order in which each comes after those it is made of. */
public final class DeviceTree {
  public static final DeviceTree EMPTY = new DeviceTree(new LinkedHashMap<>());

  private final Map<DmUuid, Node> nodes;
  private final Set<DmUuid> children = new HashSet<>();

  /**
   * @param bottomUp devices by uuid, each after those below it
   */
  public DeviceTree(Map<DmUuid, Node> bottomUp) {
    nodes = new LinkedHashMap<>(bottomUp);
    for (Node node : nodes.values()) {
      children.addAll(node.children());
    }
  }

  public Collection<Node> bottomUp() {
    return Collections.unmodifiableCollection(nodes.values());
  }

  public List<Node> topDown() {
    List<Node> reversed = new ArrayList<>(nodes.values());
    Collections.reverse(reversed);
    return reversed;
  }

  public Optional<Node> find(DmUuid uuid) {
    return Optional.ofNullable(nodes.get(uuid));
  }

  public boolean isEmpty() {
    return nodes.isEmpty();
  }

  /** Whether another device of the tree is made of this one. */
  public boolean hasParent(Node node) {
    return children.contains(node.uuid());
  }
}
