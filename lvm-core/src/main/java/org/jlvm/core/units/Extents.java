package org.jlvm.core.units;

import org.jspecify.annotations.Nullable;

/**
 * A number of extents, the allocation unit of one volume group (its size is the volume group's
 * {@code extent_size}). Arithmetic throws {@link ArithmeticException} on overflow.
 *
 * @param count number of extents, not negative
 */
public record Extents(long count) implements Comparable<Extents> {
  public static final Extents ZERO = new Extents(0);

  public Extents {
    if (count < 0) {
      throw new IllegalArgumentException("negative extent count: " + count);
    }
  }

  public static Extents of(long count) {
    return count == 0 ? ZERO : new Extents(count);
  }

  public Extents plus(Extents other) {
    return of(Math.addExact(count, other.count));
  }

  /** Difference; the other must not be larger. */
  public Extents minus(Extents other) {
    return of(Math.subtractExact(count, other.count));
  }

  public Sectors toSectors(Sectors extentSize) {
    return extentSize.times(count);
  }

  public Extents roundUp(long multiple) {
    long rest = count % multiple;
    return rest == 0 ? this : of(Math.addExact(count, multiple - rest));
  }

  public Extents roundDown(long multiple) {
    return of(count - count % multiple);
  }

  @Override
  public int compareTo(Extents other) {
    return Long.compare(count, other.count);
  }

  // Written out because a record's own ones are put together at run time, which every command pays.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Extents that && count == that.count;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(count);
  }
}
