package org.jlvm.core.engine.state;

import java.util.List;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.model.LvmId;

/** Chooses one of several devices that carry the same PV id, and says why. */
@FunctionalInterface
public interface DuplicatePreference {
  /**
   * @param pv the id they share
   * @param candidates two or more, in the order of the scan
   */
  ScannedPv choose(LvmId pv, List<ScannedPv> candidates);

  /** Whether a group may be changed that has such a PV. */
  default boolean allowsChanges() {
    return false;
  }
}
