package org.jlvm.activation;

import org.jlvm.core.engine.activation.PartialMode;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.segtype.unknown.UnknownSegment;

/** Which volumes can be devices at all. */
final class Activatable {
  private Activatable() {}

  /**
   * @throws FailedException if too much of the volume is missing, or it is of a type that is not
   *     known
   */
  static void require(VgState vg, LogicalVolume lv, PartialMode mode) {
    requireComplete(vg, lv, mode);
    requireKnownTypes(vg, lv);
  }

  private static void requireKnownTypes(VgState vg, LogicalVolume lv) {
    for (Segment segment : lv.segments()) {
      if (segment instanceof UnknownSegment) {
        throw new FailedException(
            "Refusing activation of LV "
                + vg.vg().name()
                + '/'
                + lv.name()
                + " containing an unrecognised segment.");
      }
    }
  }

  private static void requireComplete(VgState vg, LogicalVolume lv, PartialMode mode) {
    if (mode == PartialMode.PARTIAL || !vg.isPartial(lv)) {
      return;
    }
    String name = vg.vg().name() + "/" + lv.name();
    if (!Redundancy.survives(vg, lv)) {
      throw new FailedException(
          "Refusing activation of partial LV "
              + name
              + ".  Use '--activationmode partial' to override.");
    }
    if (mode == PartialMode.COMPLETE) {
      throw new FailedException(
          "Refusing activation of partial LV " + name + ".  Try '--activationmode degraded'.");
    }
  }
}
