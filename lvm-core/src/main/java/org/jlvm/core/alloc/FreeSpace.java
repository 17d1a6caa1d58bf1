package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;

/** What a request may use of the free extents of a group, volume by volume. */
final class FreeSpace implements Iterable<PvSpace> {
  private final List<PvSpace> spaces = new ArrayList<>();

  /** Unallocatable and missing volumes are left out, full ones not. */
  FreeSpace(VolumeGroup vg, FreeExtents free, PvChoices choices) {
    for (PvChoice choice : choices.choices()) {
      PhysicalVolume pv = vg.pv(choice.pv());
      if (pv.isAllocatable() && !pv.isMarkedMissing() && !choices.missing().contains(pv.id())) {
        PvSpace space = new PvSpace(pv);
        space.addAll(usable(free.ranges(pv.id()), choice.ranges()));
        spaces.add(space);
      }
    }
  }

  private static List<ExtentRange> usable(List<ExtentRange> free, List<ExtentRange> wanted) {
    List<ExtentRange> usable = new ArrayList<>(free.size());
    for (ExtentRange part : wanted) {
      for (ExtentRange range : free) {
        long first = Math.max(range.first(), part.first());
        long end = Math.min(range.end(), part.end());
        if (first < end) {
          usable.add(new ExtentRange(first, end - first));
        }
      }
    }
    return usable;
  }

  int pvCount() {
    return spaces.size();
  }

  /** Extents not allocated yet. */
  long total() {
    long sum = 0;
    for (PvSpace space : spaces) {
      sum += space.total();
    }
    return sum;
  }

  void dropReservations() {
    for (PvSpace space : spaces) {
      space.dropReservations();
    }
  }

  @Override
  public Iterator<PvSpace> iterator() {
    return spaces.iterator();
  }
}
