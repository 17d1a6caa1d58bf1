/** Finding the block devices of a Linux machine, and choosing the name each is shown under. */
@NullMarked
package org.jlvm.core.device.discovery;

import org.jspecify.annotations.NullMarked;
