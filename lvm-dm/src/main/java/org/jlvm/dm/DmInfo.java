package org.jlvm.dm;

import java.util.Optional;
import org.jlvm.dm.table.DeviceNumber;

/**
 * The state of one device, as the driver tells it.
 *
 * @param openCount how often it is open; table references of other devices count too
 * @param eventNumber grows with every event of the device's targets
 * @param targetCount lines of the active table
 * @param suspended whether requests wait
 * @param readOnly whether the active table was loaded for reading only
 * @param activeTable whether there is a table in use
 * @param inactiveTable whether a table was loaded that resume would put in use
 * @param deferredRemove whether it goes when closed for the last time
 * @param internallySuspended whether the driver itself holds requests back
 */
public record DmInfo(
    DmName name,
    Optional<DmUuid> uuid,
    DeviceNumber number,
    int openCount,
    long eventNumber,
    int targetCount,
    boolean suspended,
    boolean readOnly,
    boolean activeTable,
    boolean inactiveTable,
    boolean deferredRemove,
    boolean internallySuspended) {}
