package org.jlvm.activation.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.activation.node.Node;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DmListEntry;
import org.jlvm.dm.DmUuid;
import org.jspecify.annotations.Nullable;

/**
 * All devices with uuids, asked of the driver once; who changes devices notes it here. Not
 * thread-safe.
 */
public final class LiveDevices {
  private static final String PRIVATE_END = "-real";
  private static final String STAND_IN = "-missing_";

  private final DeviceMapper driver;
  private @Nullable Map<DmUuid, LiveDevice> known;

  /** Those that stand in for what is missing: seldom any. */
  private final Set<LiveDevice> standIns = new LinkedHashSet<>();

  public LiveDevices(DeviceMapper driver) {
    this.driver = driver;
  }

  private Map<DmUuid, LiveDevice> all() {
    Map<DmUuid, LiveDevice> devices = known;
    if (devices == null) {
      devices = new HashMap<>();
      for (DmListEntry entry : driver.list()) {
        if (entry.uuid().isPresent()) {
          DmUuid uuid = entry.uuid().get();
          devices.put(uuid, new LiveDevice(entry.name(), uuid, entry.number()));
        }
      }
      known = devices;
      standIns.clear();
      for (LiveDevice device : devices.values()) {
        noteStandIn(device);
      }
    }
    return devices;
  }

  /** Forgets everything, because others may have changed devices. */
  public void forget() {
    known = null;
  }

  public Optional<LiveDevice> find(DmUuid uuid) {
    return Optional.ofNullable(all().get(uuid));
  }

  /** The device of a node, also if it was made when its volume had another role. */
  public Optional<LiveDevice> find(Node node) {
    return find(node.uuid(), node.formerUuid());
  }

  /**
   * A device by its uuid or the one that it may have been made with. A device named as the data of
   * an origin is never taken for the origin itself.
   */
  public Optional<LiveDevice> find(DmUuid uuid, Optional<DmUuid> former) {
    Optional<LiveDevice> exact = find(uuid);
    if (exact.isPresent() || former.isEmpty()) {
      return exact;
    }
    return find(former.get()).filter(device -> !device.name().value().endsWith(PRIVATE_END));
  }

  /** Devices whose uuid begins with a text. */
  public List<LiveDevice> withPrefix(String prefix) {
    List<LiveDevice> found = new ArrayList<>();
    for (LiveDevice device : all().values()) {
      if (device.uuid().value().startsWith(prefix)) {
        found.add(device);
      }
    }
    return found;
  }

  /** Devices that stand in for missing areas of the volume whose uuid a text is. */
  public List<LiveDevice> standInsOf(String volume) {
    all();
    List<LiveDevice> found = new ArrayList<>(0);
    for (LiveDevice device : standIns) {
      if (device.uuid().value().startsWith(volume + STAND_IN)) {
        found.add(device);
      }
    }
    return found;
  }

  private void noteStandIn(LiveDevice device) {
    if (device.uuid().value().contains(STAND_IN)) {
      standIns.add(device);
    }
  }

  /** Whether there is a device of a name. */
  public boolean isNamed(String name) {
    for (LiveDevice device : all().values()) {
      if (device.name().value().equals(name)) {
        return true;
      }
    }
    return false;
  }

  void added(LiveDevice device) {
    all().put(device.uuid(), device);
    noteStandIn(device);
  }

  void removed(LiveDevice device) {
    all().remove(device.uuid());
    standIns.remove(device);
  }
}
