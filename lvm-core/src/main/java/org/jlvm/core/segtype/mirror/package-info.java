/** Mirror segments (dm-mirror), which pvmove uses as well. */
@NullMarked
package org.jlvm.core.segtype.mirror;

import org.jspecify.annotations.NullMarked;
