/**
 * Finds physical extents for logical volumes: which are free, and which of them a request gets
 * under each allocation policy. Pure; for the same metadata and request the extents are those that
 * lvm2 takes.
 *
 * <p>{@link org.jlvm.core.alloc.Allocator} turns an {@link org.jlvm.core.alloc.AllocationRequest}
 * into an {@link org.jlvm.core.alloc.Allocation}; {@link org.jlvm.core.alloc.LvExtension} and
 * {@link org.jlvm.core.alloc.LvReduction} make new segments of it.
 */
@NullMarked
package org.jlvm.core.alloc;

import org.jspecify.annotations.NullMarked;
