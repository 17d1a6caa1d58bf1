/**
 * Device-mapper: named block devices that the kernel makes out of pieces of others. {@link
 * org.jlvm.dm.DeviceMapper} is what can be done with them; tables are in {@code dm.table}, the
 * kernel's driver behind it in {@code dm.ioctl}, one in Java in {@code dm.user}. What the devices
 * are for is not known here.
 */
@NullMarked
package org.jlvm.dm;

import org.jspecify.annotations.NullMarked;
