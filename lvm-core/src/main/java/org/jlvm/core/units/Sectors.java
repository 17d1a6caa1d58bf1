package org.jlvm.core.units;

import org.jspecify.annotations.Nullable;

/**
 * A size or an offset in 512-byte sectors, the unit of LVM metadata and device-mapper whatever the
 * device's own block size. Arithmetic throws {@link ArithmeticException} on overflow.
 *
 * @param count number of sectors, not negative
 */
public record Sectors(long count) implements Comparable<Sectors> {
  /** Bytes in one sector. */
  public static final int BYTES = 512;

  public static final Sectors ZERO = new Sectors(0);

  public Sectors {
    if (count < 0) {
      throw new IllegalArgumentException("negative sector count: " + count);
    }
  }

  public static Sectors of(long count) {
    return count == 0 ? ZERO : new Sectors(count);
  }

  public static Sectors ofKib(long kib) {
    return of(Math.multiplyExact(kib, 2L));
  }

  public static Sectors ofMib(long mib) {
    return of(Math.multiplyExact(mib, 2048L));
  }

  public Sectors plus(Sectors other) {
    return of(Math.addExact(count, other.count));
  }

  /** Difference; the other must not be larger. */
  public Sectors minus(Sectors other) {
    return of(Math.subtractExact(count, other.count));
  }

  public Sectors times(long factor) {
    return of(Math.multiplyExact(count, factor));
  }

  public Sectors roundUp(Sectors unit) {
    long rest = count % unit.count;
    return rest == 0 ? this : of(Math.addExact(count, unit.count - rest));
  }

  public Sectors roundDown(Sectors unit) {
    return of(count - count % unit.count);
  }

  public Bytes toBytes() {
    return Bytes.of(Math.multiplyExact(count, (long) BYTES));
  }

  /** How many whole extents of the given size fit. */
  public Extents toExtents(Sectors extentSize) {
    return Extents.of(count / extentSize.count);
  }

  public boolean isZero() {
    return count == 0;
  }

  public boolean isMultipleOf(Sectors unit) {
    return count % unit.count == 0;
  }

  @Override
  public int compareTo(Sectors other) {
    return Long.compare(count, other.count);
  }

  // Written out because a record's own ones are put together at run time, which every command pays.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sectors that && count == that.count;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(count);
  }
}
