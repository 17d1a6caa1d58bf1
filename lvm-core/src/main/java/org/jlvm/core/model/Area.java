package org.jlvm.core.model;

import org.jspecify.annotations.Nullable;

/** Where one part (stripe, mirror leg, ...) of a segment lies. */
public sealed interface Area {
  /** First extent on the physical volume or first logical extent of the volume below. */
  long extent();

  /** The same place shifted by a number of extents, which may be negative. */
  Area shifted(long extents);

  /**
   * Extents of a physical volume.
   *
   * @param pv its id
   * @param extent index of the first physical extent, from 0
   */
  record OnPv(LvmId pv, long extent) implements Area {
    public OnPv {
      requireNotNegative(extent);
    }

    @Override
    public OnPv shifted(long extents) {
      return new OnPv(pv, Math.addExact(extent, extents));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OnPv that && extent == that.extent && pv.equals(that.pv);
    }

    @Override
    public int hashCode() {
      return 31 * pv.hashCode() + Long.hashCode(extent);
    }
  }

  /**
   * Extents of another logical volume of the same group.
   *
   * @param lv its id
   * @param extent index of the first logical extent, from 0
   */
  record OnLv(LvmId lv, long extent) implements Area {
    public OnLv {
      requireNotNegative(extent);
    }

    @Override
    public OnLv shifted(long extents) {
      return new OnLv(lv, Math.addExact(extent, extents));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OnLv that && extent == that.extent && lv.equals(that.lv);
    }

    @Override
    public int hashCode() {
      return 31 * lv.hashCode() + Long.hashCode(extent);
    }
  }

  private static void requireNotNegative(long extent) {
    if (extent < 0) {
      throw new IllegalArgumentException("negative extent: " + extent);
    }
  }
}
