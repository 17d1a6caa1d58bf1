/** Functions of the C library; the only place that knows how native code is called. */
@NullMarked
package org.jlvm.dm.jna;

import org.jspecify.annotations.NullMarked;
