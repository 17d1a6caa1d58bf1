package org.jlvm.core.units;

import org.jspecify.annotations.Nullable;

/**
 * A size or an offset in bytes. Arithmetic throws {@link ArithmeticException} on overflow.
 *
 * @param count number of bytes, not negative
 */
public record Bytes(long count) implements Comparable<Bytes> {
  public static final Bytes ZERO = new Bytes(0);

  public Bytes {
    if (count < 0) {
      throw new IllegalArgumentException("negative byte count: " + count);
    }
  }

  public static Bytes of(long count) {
    return count == 0 ? ZERO : new Bytes(count);
  }

  public Bytes plus(Bytes other) {
    return of(Math.addExact(count, other.count));
  }

  /** Difference; the other must not be larger. */
  public Bytes minus(Bytes other) {
    return of(Math.subtractExact(count, other.count));
  }

  /** Whole sectors; a rest is cut off. */
  public Sectors toSectorsDown() {
    return Sectors.of(count / Sectors.BYTES);
  }

  @Override
  public int compareTo(Bytes other) {
    return Long.compare(count, other.count);
  }

  // Written out because a record's own ones are put together at run time, which every command pays.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes that && count == that.count;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(count);
  }
}
