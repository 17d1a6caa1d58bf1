/**
 * Device-mapper executed in Java over files: the same {@link org.jlvm.dm.DeviceMapper}, for tests
 * and for places without the kernel's driver. Data goes through {@link org.jlvm.dm.user.Storage}
 * objects stacked as the tables say; the stores of snapshots and the logs of mirrors have the
 * kernel's format.
 */
@NullMarked
package org.jlvm.dm.user;

import org.jspecify.annotations.NullMarked;
