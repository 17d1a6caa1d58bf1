package org.jlvm.core.report.lvm;

import java.util.Optional;
import org.jlvm.core.model.LogicalVolume;

/** What an array needs that has lost images, as lvm2 puts it. */
public final class RaidNeed {
  private RaidNeed() {}

  /**
   * {@code refreshed}, {@code repaired} or both; empty if nothing, and for what is not a whole
   * array or has lost physical volumes, which others tell of.
   */
  public static Optional<String> of(VgFacts vg, LogicalVolume lv, LiveVolumes live) {
    LvKind kind = vg.kind(lv);
    if (!kind.isRaid() || vg.isPartial(lv) || !live.isAvailable()) {
      return Optional.empty();
    }
    return switch (LvSync.health(vg, lv, kind, live)) {
      case NEEDS_REFRESH -> Optional.of("refreshed");
      case NEEDS_REPAIR -> Optional.of("repaired");
      case NEEDS_EITHER -> Optional.of("refreshed or repaired");
      case GOOD, MISMATCHES, RESHAPING -> Optional.empty();
    };
  }
}
