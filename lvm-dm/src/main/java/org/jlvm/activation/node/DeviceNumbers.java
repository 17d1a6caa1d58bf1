package org.jlvm.activation.node;

import org.jlvm.dm.DmUuid;
import org.jlvm.dm.table.DeviceNumber;

/** Numbers of devices, known once they are made. */
@FunctionalInterface
public interface DeviceNumbers {
  DeviceNumber of(DmUuid uuid);
}
