package org.jlvm.dm;

import java.util.Optional;
import org.jlvm.dm.table.DeviceNumber;

/** One device in the list of all. */
public record DmListEntry(DmName name, DeviceNumber number, Optional<DmUuid> uuid) {}
