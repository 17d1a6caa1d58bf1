package org.jlvm.core.plan.lv;

import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.VolumeGroup;

/** Whether a new volume is to become active; asked once it has its name. */
@FunctionalInterface
public interface ActivationChoice {
  boolean activates(VolumeGroup vg, LogicalVolume lv);
}
