package org.jlvm.activation.node;

import org.jlvm.dm.table.TargetParams;

/** A target's parameters but for the numbers of the devices below. */
@FunctionalInterface
public interface TargetTemplate {
  TargetParams fill(DeviceNumbers numbers);
}
