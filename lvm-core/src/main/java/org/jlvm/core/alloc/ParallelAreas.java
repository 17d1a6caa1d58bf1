package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.raid.RaidSegment;

/**
 * Physical volumes that hold parts of a volume, by logical extent; new areas beside those parts go
 * elsewhere.
 *
 * @param runs in logical order
 */
public record ParallelAreas(List<Run> runs) {
  public static final ParallelAreas NONE = new ParallelAreas(List.of());

  public ParallelAreas {
    runs = List.copyOf(runs);
  }

  /**
   * Volumes behind a run of extents.
   *
   * @param start first logical extent
   * @param length number of logical extents
   */
  public record Run(long start, long length, Set<LvmId> pvs) {
    public Run {
      pvs = Set.copyOf(pvs);
    }

    long end() {
      return start + length;
    }
  }

  /** The volumes of each segment apart. */
  public static ParallelAreas of(VolumeGroup vg, LogicalVolume lv) {
    List<Run> runs = new ArrayList<>();
    long multiple = parityMultiple(lv);
    long next = 0;
    while (next * multiple < lv.extentCount()) {
      Places.Run here = Places.run(vg, lv, next, lv.extentCount() - next);
      runs.add(new Run(next, here.length(), pvsOf(here)));
      next += here.length();
    }
    return new ParallelAreas(runs);
  }

  /** The volumes of all segments together. */
  public static ParallelAreas allOf(VolumeGroup vg, LogicalVolume lv) {
    Set<LvmId> all = new LinkedHashSet<>();
    for (Run run : of(vg, lv).runs()) {
      all.addAll(run.pvs());
    }
    return new ParallelAreas(List.of(new Run(0, lv.extentCount(), all)));
  }

  private static long parityMultiple(LogicalVolume lv) {
    Segment first = lv.firstSegment();
    boolean parity = first instanceof RaidSegment raid && raid.type().parityImages() > 0;
    return parity ? first.length() / first.areaLength() : 1;
  }

  private static Set<LvmId> pvsOf(Places.Run run) {
    Set<LvmId> pvs = new LinkedHashSet<>();
    for (Places.Place place : run.places()) {
      pvs.add(place.pv());
    }
    return pvs;
  }

  /** The first run that ends behind an extent. */
  Optional<Run> at(long extent) {
    for (Run run : runs) {
      if (extent < run.end()) {
        return Optional.of(run);
      }
    }
    return Optional.empty();
  }
}
