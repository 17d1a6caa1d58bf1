package org.jlvm.core.plan.mirror;

import org.jlvm.core.model.LogicalVolume;

/** What plans for mirrors depend on besides the metadata. */
public interface MirrorFacts {
  /** Whether there is a device. */
  boolean isActive(LogicalVolume lv);

  /** How a mirror's driver sees its copies. */
  Sync sync(LogicalVolume lv);

  /** Whether part of a volume, or of what it is made of, is lost. */
  boolean isPartial(LogicalVolume lv);

  /** Whether the copies are the same. */
  enum Sync {
    /** There is no device, or it does not say. */
    UNKNOWN,
    UNDER_WAY,
    DONE
  }
}
