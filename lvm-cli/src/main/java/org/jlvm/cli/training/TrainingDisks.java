package org.jlvm.cli.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.inventory.DeviceInventory;

/** A few disks, all of them usable. */
record TrainingDisks(List<BlockDevice> usable) implements DeviceInventory {
  @Override
  public List<Found> all() {
    List<Found> all = new ArrayList<>();
    for (BlockDevice disk : usable) {
      all.add(new Found(disk, Optional.empty()));
    }
    return all;
  }

  @Override
  public Optional<Found> find(String name) {
    for (Found found : all()) {
      if (found.device().name().equals(name)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
