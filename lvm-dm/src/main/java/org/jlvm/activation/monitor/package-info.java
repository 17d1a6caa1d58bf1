/** Which devices of volumes are to be watched, and asking a daemon to do so. */
@NullMarked
package org.jlvm.activation.monitor;

import org.jspecify.annotations.NullMarked;
