package org.jlvm.activation.target;

import org.jlvm.activation.node.Piece;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VgName;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.segtype.virtual.VirtualSegment;

/** The registry: which segments can become devices, and how. */
public final class SegmentMappings {
  private static final StripedMapping STRIPED = new StripedMapping();
  private static final VirtualMapping VIRTUAL = new VirtualMapping();
  private static final MirrorMapping MIRROR = new MirrorMapping();
  private static final RaidMapping RAID = new RaidMapping();

  private SegmentMappings() {}

  /**
   * The line for a segment.
   *
   * @param index of the segment in the volume
   * @throws FailedException if segments of this type cannot be devices here, or it is incomplete
   */
  public static Piece map(VgName vg, LogicalVolume lv, int index, Areas areas) {
    return mapping(vg, lv, lv.segments().get(index)).map(lv, index, areas);
  }

  /** Whether a new device with such a segment must wait until those above it stand still. */
  public static boolean startsLate(VgName vg, LogicalVolume lv, Segment segment) {
    return mapping(vg, lv, segment).startsLate();
  }

  private static SegmentMapping mapping(VgName vg, LogicalVolume lv, Segment segment) {
    if (segment instanceof StripedSegment) {
      return STRIPED;
    }
    if (segment instanceof VirtualSegment) {
      return VIRTUAL;
    }
    if (segment instanceof MirrorSegment) {
      return MIRROR;
    }
    if (segment instanceof RaidSegment) {
      return RAID;
    }
    throw new FailedException(
        "Can't process LV "
            + vg
            + '/'
            + lv.name()
            + ": "
            + segment.type().name()
            + " segments cannot be activated here.");
  }
}
