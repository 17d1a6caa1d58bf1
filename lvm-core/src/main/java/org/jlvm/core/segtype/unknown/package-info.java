/** Segments of types that this program does not know, kept as text. */
@NullMarked
package org.jlvm.core.segtype.unknown;

import org.jspecify.annotations.NullMarked;
