/** Puts discovery, filters and labels together: which devices of this machine may be used. */
@NullMarked
package org.jlvm.core.device.scan;

import org.jspecify.annotations.NullMarked;
