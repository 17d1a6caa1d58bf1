package org.jlvm.core.alloc;

import org.jlvm.core.model.Area;
import org.jlvm.core.model.LvmId;

/**
 * Consecutive extents on one physical volume.
 *
 * @param pv its id
 * @param start index of the first extent
 * @param length number of extents
 */
public record PvExtents(LvmId pv, long start, long length) {
  public Area.OnPv area() {
    return new Area.OnPv(pv, start);
  }
}
