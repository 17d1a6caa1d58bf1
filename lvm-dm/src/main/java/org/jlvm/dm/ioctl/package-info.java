/**
 * The kernel's device-mapper driver, spoken to as linux/dm-ioctl.h says: {@link
 * org.jlvm.dm.ioctl.IoctlDeviceMapper} composes requests, {@link org.jlvm.dm.ioctl.Request} is the
 * memory layout, {@link org.jlvm.dm.ioctl.ControlPort} hands it over.
 */
@NullMarked
package org.jlvm.dm.ioctl;

import org.jspecify.annotations.NullMarked;
