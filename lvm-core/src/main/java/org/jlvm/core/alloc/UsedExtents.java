package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;

/** Collects the areas on one physical volume, in any order, and tells what is between them. */
final class UsedExtents {
  private final PhysicalVolume pv;

  /** First extent in the upper 32 bits, number of extents in the lower: sorts by position. */
  private long[] areas = new long[8];

  private int size;
  private boolean sorted = true;

  UsedExtents(PhysicalVolume pv) {
    this.pv = pv;
  }

  LvmId id() {
    return pv.id();
  }

  void add(long first, long count) {
    if (count < 1 || first > pv.peCount() - count) {
      throw new FormatException(
          "Extents "
              + first
              + " to "
              + (first + count - 1)
              + " are used on PV "
              + pv.id()
              + " ("
              + pv.deviceHint()
              + "), which has only "
              + pv.peCount()
              + ".");
    }
    if (size == areas.length) {
      areas = Arrays.copyOf(areas, size * 2);
    }
    long area = first << 32 | count;
    sorted &= size == 0 || Long.compareUnsigned(areas[size - 1], area) <= 0;
    areas[size++] = area;
  }

  List<ExtentRange> gaps() {
    if (!sorted) {
      sortUnsigned();
    }
    List<ExtentRange> gaps = new ArrayList<>();
    long next = 0;
    for (int i = 0; i < size; i++) {
      long first = areas[i] >>> 32;
      if (first < next) {
        throw new FormatException(
            "Extent "
                + first
                + " of PV "
                + pv.id()
                + " ("
                + pv.deviceHint()
                + ") is used more than once.");
      }
      if (first > next) {
        gaps.add(new ExtentRange(next, first - next));
      }
      next = first + (areas[i] & 0xFFFFFFFFL);
    }
    if (next < pv.peCount()) {
      gaps.add(new ExtentRange(next, pv.peCount() - next));
    }
    return gaps;
  }

  /** Arrays.sort is signed; flipping the top bit makes its order that of unsigned numbers. */
  private void sortUnsigned() {
    for (int i = 0; i < size; i++) {
      areas[i] ^= Long.MIN_VALUE;
    }
    Arrays.sort(areas, 0, size);
    for (int i = 0; i < size; i++) {
      areas[i] ^= Long.MIN_VALUE;
    }
    sorted = true;
  }
}
