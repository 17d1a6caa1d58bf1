package org.jlvm.core.plan.lv;

import java.util.Optional;
import org.jlvm.core.model.LogicalVolume;

/** What planners need to know of the devices of volumes. */
public interface LiveFacts {
  boolean isActive(LogicalVolume lv);

  /** How full the store of an active snapshot is. */
  Optional<StoreUse> storeUse(LogicalVolume store);

  /**
   * Use of an exception store.
   *
   * @param used sectors, metadata included
   * @param percent as reports show it
   * @param broken whether its contents are lost
   */
  record StoreUse(long used, String percent, boolean broken) {}
}
