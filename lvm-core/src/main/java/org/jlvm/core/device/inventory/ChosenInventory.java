package org.jlvm.core.device.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.LinuxDevice;

/** A few devices that were chosen and checked before; all others might as well not exist. */
public final class ChosenInventory implements DeviceInventory {
  private final List<Found> devices;

  public ChosenInventory(List<LinuxDevice> devices) {
    List<Found> all = new ArrayList<>(devices.size());
    for (LinuxDevice device : devices) {
      all.add(new Found(device, Optional.empty()));
    }
    this.devices = List.copyOf(all);
  }

  @Override
  public List<BlockDevice> usable() {
    List<BlockDevice> usable = new ArrayList<>(devices.size());
    for (Found found : devices) {
      usable.add(found.device());
    }
    return usable;
  }

  @Override
  public List<Found> all() {
    return devices;
  }

  @Override
  public Optional<Found> find(String name) {
    for (Found found : devices) {
      if (found.device().names().contains(name)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
