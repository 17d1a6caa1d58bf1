/**
 * What identifies a device beyond its name, and the devices file ({@code
 * /etc/lvm/devices/system.devices}, lvmdevices(8)) that lists devices by it.
 */
@NullMarked
package org.jlvm.core.device.id;

import org.jspecify.annotations.NullMarked;
