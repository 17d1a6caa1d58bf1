/** Striped and linear segments. */
@NullMarked
package org.jlvm.core.segtype.striped;

import org.jspecify.annotations.NullMarked;
