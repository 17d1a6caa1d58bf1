package org.jlvm.core.engine;

import java.util.Optional;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.model.PhysicalVolume;

/** The ids of devices that metadata keep for those who have lost the list of devices. */
@FunctionalInterface
public interface DeviceIdentification {
  /** Leaves the ids that the metadata have. */
  DeviceIdentification KEPT = () -> (pv, device) -> pv.deviceId();

  /** The ids as they are now, for all the devices of a group. */
  Ids current();

  /** Ids at one moment. */
  @FunctionalInterface
  interface Ids {
    /**
     * The id to write.
     *
     * @param pv as the metadata have it
     * @param device where it is; empty if it is missing
     */
    Optional<PhysicalVolume.DeviceId> of(PhysicalVolume pv, Optional<ScannedPv> device);
  }
}
