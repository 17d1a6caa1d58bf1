/**
 * Device-mapper tables: which sectors of a device go to which target, and the kernel's text for the
 * parameters and the status of each target. Values only; nothing here touches a device.
 */
@NullMarked
package org.jlvm.dm.table;

import org.jspecify.annotations.NullMarked;
