/**
 * The volume group as immutable values: {@link org.jlvm.core.model.VolumeGroup}, {@link
 * org.jlvm.core.model.PhysicalVolume}, {@link org.jlvm.core.model.LogicalVolume} and its {@link
 * org.jlvm.core.model.Segment segments}. No I/O, no clock, no configuration. What a newer program
 * wrote and this one does not know (flags, keys, segment types) is kept as it was.
 */
@NullMarked
package org.jlvm.core.model;

import org.jspecify.annotations.NullMarked;
