/** The protocol by which a daemon is asked to wait for events of devices: dmeventd's. */
@NullMarked
package org.jlvm.dm.event;

import org.jspecify.annotations.NullMarked;
