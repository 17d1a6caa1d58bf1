package org.jlvm.core.device.inventory;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;

/** The devices that a command may look at. Found once; later look-ups see the same. */
public interface DeviceInventory {
  /**
   * A device that was asked for by name.
   *
   * @param device the device
   * @param exclusion why it may not be used, in lvm2's words; empty if it may
   */
  record Found(BlockDevice device, Optional<String> exclusion) {}

  /** The devices that may be used, in the order of scanning. */
  List<BlockDevice> usable();

  /** Every device, usable or not, in the order of scanning. */
  List<Found> all();

  /** The device of a name, usable or not; empty if there is none. */
  Optional<Found> find(String name);

  /** As {@link #find}, for a device that is to be made a physical volume and so may be new. */
  default Optional<Found> findNew(String name) {
    return find(name);
  }

  /**
   * Takes a closer look at a device that is not what its label says. If it is part of an array, it
   * may not be used any more.
   *
   * @return whether that is so
   */
  default boolean dropComponent(BlockDevice device) {
    return false;
  }
}
