package org.jlvm.core.engine.state;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;

/** Chooses one of several devices that carry the same PV id, and says why. */
@FunctionalInterface
public interface DuplicatePreference {
  /**
   * @param pv the id they share
   * @param candidates two or more, in the order of the scan
   * @param listed what the metadata says of it, if any lists it
   */
  ScannedPv choose(LvmId pv, List<ScannedPv> candidates, Optional<PhysicalVolume> listed);

  /** Called once after the last choice of a scan. */
  default void settled() {}

  /** Whether a group may be changed that has such a PV. */
  default boolean allowsChanges() {
    return false;
  }
}
