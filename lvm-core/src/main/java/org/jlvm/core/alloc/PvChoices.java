package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;

/**
 * The physical volumes that a request may use, in the order in which they are tried. Volumes that
 * are not allocatable or missing may be among them; the allocator passes them over.
 *
 * @param choices no volume twice
 * @param wholeGroup whether the user named none, so that all of the group are meant
 * @param missing volumes whose device is not there
 */
public record PvChoices(List<PvChoice> choices, boolean wholeGroup, Set<LvmId> missing) {
  public PvChoices {
    choices = List.copyOf(choices);
    missing = Set.copyOf(missing);
  }

  /** All volumes of a group, in metadata order. */
  public static PvChoices all(VolumeGroup vg, Set<LvmId> missing) {
    List<PvChoice> all = new ArrayList<>(vg.pvs().size());
    for (PhysicalVolume pv : vg.pvs()) {
      all.add(PvChoice.whole(pv));
    }
    return new PvChoices(all, true, missing);
  }

  public static PvChoices all(VolumeGroup vg) {
    return all(vg, Set.of());
  }

  public static PvChoices of(List<PvChoice> choices) {
    return new PvChoices(choices, false, Set.of());
  }

  public PvChoices withMissing(Set<LvmId> nowMissing) {
    return new PvChoices(choices, wholeGroup, nowMissing);
  }

  /** The same without some volumes, e.g. those that hold an image that is to be replaced. */
  public PvChoices without(Set<LvmId> excluded) {
    List<PvChoice> left = new ArrayList<>(choices.size());
    for (PvChoice choice : choices) {
      if (!excluded.contains(choice.pv())) {
        left.add(choice);
      }
    }
    return new PvChoices(left, wholeGroup, missing);
  }

  public int size() {
    return choices.size();
  }

  /** Free extents in the chosen ranges, on any of the volumes ({@code %PVS}). */
  public long freeCount(FreeExtents free) {
    long sum = 0;
    for (PvChoice choice : choices) {
      for (ExtentRange wanted : choice.ranges()) {
        for (ExtentRange range : free.ranges(choice.pv())) {
          sum +=
              Math.max(
                  0, Math.min(range.end(), wanted.end()) - Math.max(range.first(), wanted.first()));
        }
      }
    }
    return sum;
  }
}
