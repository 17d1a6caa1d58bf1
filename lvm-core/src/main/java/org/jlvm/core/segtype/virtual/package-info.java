/** Segments without a place on disk: zero and error. */
@NullMarked
package org.jlvm.core.segtype.virtual;

import org.jspecify.annotations.NullMarked;
