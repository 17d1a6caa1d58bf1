/**
 * What follows a change of a device in user space: udev's rules, which report back through cookies
 * ({@link org.jlvm.dm.udev.UdevCookies}), and the nodes below the device directory, made here where
 * udev does not make them ({@link org.jlvm.dm.udev.DeviceNodes}).
 */
@NullMarked
package org.jlvm.dm.udev;

import org.jspecify.annotations.NullMarked;
