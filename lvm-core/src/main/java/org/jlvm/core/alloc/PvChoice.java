package org.jlvm.core.alloc;

import java.util.List;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;

/**
 * A physical volume that a request may use, or parts of it.
 *
 * @param pv its id
 * @param ranges the parts in the order given, none overlapping another
 */
public record PvChoice(LvmId pv, List<ExtentRange> ranges) {
  public PvChoice {
    ranges = List.copyOf(ranges);
  }

  public static PvChoice whole(PhysicalVolume pv) {
    return new PvChoice(
        pv.id(), pv.peCount() == 0 ? List.of() : List.of(new ExtentRange(0, pv.peCount())));
  }
}
