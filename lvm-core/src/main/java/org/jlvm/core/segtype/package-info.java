/**
 * The list of segment types, {@link org.jlvm.core.segtype.SegmentTypes}; each type has a package
 * below.
 */
@NullMarked
package org.jlvm.core.segtype;

import org.jspecify.annotations.NullMarked;
