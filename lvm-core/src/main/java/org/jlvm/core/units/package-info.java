/**
 * Quantities with their units as types: {@link org.jlvm.core.units.Bytes}, {@link
 * org.jlvm.core.units.Sectors}, {@link org.jlvm.core.units.Extents}; exact arithmetic, never
 * doubles.
 */
@NullMarked
package org.jlvm.core.units;

import org.jspecify.annotations.NullMarked;
