package org.jlvm.core.plan.lv;

import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.VolumeGroup;

/** What becomes of a new volume's device; asked once the volume has its name. */
public interface ActivationChoice {
  /** Whether it is to become active. */
  boolean activates(VolumeGroup vg, LogicalVolume lv);

  /** Whether this host lets nobody write to it. */
  boolean isReadOnly(VolumeGroup vg, LogicalVolume lv);
}
