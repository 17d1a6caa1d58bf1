package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.segtype.virtual.VirtualSegment;
import org.jlvm.core.segtype.virtual.VirtualType;
import org.jlvm.core.units.Sectors;

/** Makes volumes longer. */
public final class LvExtension {
  private LvExtension() {}

  /**
   * The volume with the new segments; neighbours that continue each other are one.
   *
   * @throws FailedException if there are not enough extents
   */
  public static LogicalVolume extend(
      ExtensionRequest request, AllocationSettings settings, Messages messages) {
    return extend(request, FreeExtents.of(request.vg()), settings, messages);
  }

  /** The same, with what is free in the group known already. */
  public static LogicalVolume extend(
      ExtensionRequest request, FreeExtents free, AllocationSettings settings, Messages messages) {
    LogicalVolume lv = request.lv();
    if (request.type() instanceof VirtualType virtual) {
      SegmentHead head = SegmentHead.of(lv.extentCount(), request.extents());
      return withSegments(lv, List.of(new VirtualSegment(head, virtual)));
    }
    AllocationRequest extents =
        new AllocationRequest(
            request.vg(),
            Optional.of(lv),
            AllocationShape.striped(request.stripes()),
            request.extents(),
            request.policy(),
            request.pvs(),
            request.approximate(),
            ParallelAreas.NONE);
    Allocation found = Allocator.allocate(extents, free, settings, messages);
    return withSegments(
        lv, segments(found, 0, request.stripes(), request.stripeSize(), lv.extentCount()));
  }

  /**
   * Segments over some of the parallel areas of an allocation.
   *
   * @param firstArea the first to use, e.g. 0, or the first of one leg
   * @param stripes how many to use
   * @param start logical extent at which the segments start
   */
  public static List<Segment> segments(
      Allocation allocation, int firstArea, int stripes, Sectors stripeSize, long start) {
    List<Segment> segments = new ArrayList<>(allocation.pieces().size());
    long next = start;
    for (Allocation.Piece piece : allocation.pieces()) {
      List<Area> areas = new ArrayList<>(stripes);
      for (PvExtents area : piece.areas().subList(firstArea, firstArea + stripes)) {
        areas.add(area.area());
      }
      SegmentHead head = SegmentHead.of(next, piece.areaLength() * stripes);
      next += head.length();
      segments.add(new StripedSegment(head, areas, stripeSize));
    }
    return segments;
  }

  /** The volume with segments behind its own. A volume that is being moved keeps all apart. */
  public static LogicalVolume withSegments(LogicalVolume lv, List<? extends Segment> added) {
    List<Segment> all = new ArrayList<>(lv.segments());
    all.addAll(added);
    boolean moving = lv.flags().has(Flag.LOCKED) || lv.flags().has(Flag.PVMOVE);
    return moving ? lv.withSegments(all) : lv.withJoinedSegments(all);
  }
}
