package org.jlvm.core.alloc;

/**
 * Consecutive extents.
 *
 * @param first index of the first, from 0
 * @param count how many, 1 or more
 */
public record ExtentRange(long first, long count) {
  public ExtentRange {
    if (first < 0 || count < 1) {
      throw new IllegalArgumentException("bad extent range: " + first + "+" + count);
    }
  }

  /** Index of the last one. */
  public long last() {
    return first + count - 1;
  }

  /** Index behind the last one. */
  public long end() {
    return first + count;
  }

  public boolean overlaps(ExtentRange other) {
    return first < other.end() && other.first < end();
  }

  @Override
  public String toString() {
    return first + "-" + last();
  }
}
