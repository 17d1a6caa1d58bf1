package org.jlvm.core.plan.move;

import java.util.TreeSet;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/**
 * How much of a volume is mirrored at once: {@code allocation/pvmove_max_segment_size_mb}, see
 * lvm.conf(5). Longer segments are moved in pieces of whole stripes.
 *
 * @param mib size of a piece in MiB; 0 for no limit
 * @param format of sizes in messages
 */
public record SegmentLimit(long mib, SizeFormat format) {
  private static final long SECTORS_PER_MIB = 2048;

  /** Tells what the limit is, before a volume is taken. */
  void tell(VolumeGroup vg, Messages messages) {
    if (mib > 0) {
      messages.debug(
          "Pvmove max segment size: "
              + format.display(Sectors.ofMib(mib))
              + " ("
              + most(vg)
              + " extent(s)).");
    }
  }

  /** Extents of the limit, at least one. */
  private long most(VolumeGroup vg) {
    return Math.max(1, mib * SECTORS_PER_MIB / vg.extentSize().count());
  }

  /**
   * Adds the places where a segment is to be cut.
   *
   * @param cuts in extents of the segment's areas
   */
  void cut(
      VolumeGroup vg,
      LogicalVolume lv,
      StripedSegment segment,
      TreeSet<Long> cuts,
      Messages messages) {
    if (mib == 0) {
      return;
    }
    long stripes = segment.areas().size();
    long piece = Math.max(1, most(vg) / stripes);
    if (piece * stripes != most(vg)) {
      messages.debug("Max segment extent count aligned to stripe: " + piece * stripes + '.');
    }
    String which =
        lv.name()
            + ":"
            + segment.start()
            + '-'
            + (segment.end() - 1)
            + " ("
            + format.display(vg.extentSize().times(segment.length()))
            + ')';
    if (segment.areaLength() <= piece) {
      messages.debug("Segment " + which + " within limit.");
      return;
    }
    messages.verbose(
        "Splitting "
            + lv.name()
            + " segment "
            + which
            + " into "
            + format.display(vg.extentSize().times(piece * stripes))
            + " chunks.");
    for (long at = piece; at < segment.areaLength(); at += piece) {
      cuts.add(at);
      messages.debug(
          "Split segment of "
              + vg.name()
              + '/'
              + lv.name()
              + " at LE "
              + (segment.start() + at * stripes)
              + '.');
    }
  }
}
