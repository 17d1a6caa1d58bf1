package org.jlvm.activation.target;

import org.jlvm.activation.node.Piece;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.segtype.virtual.VirtualSegment;
import org.jlvm.core.segtype.virtual.VirtualType;
import org.jlvm.dm.table.ErrorParams;
import org.jlvm.dm.table.TargetParams;
import org.jlvm.dm.table.ZeroParams;

/** Targets zero and error. */
final class VirtualMapping implements SegmentMapping {
  @Override
  public Piece map(LogicalVolume lv, int index, Areas areas) {
    VirtualSegment segment = (VirtualSegment) lv.segments().get(index);
    VirtualType type = segment.type();
    TargetParams params = type == VirtualType.ZERO ? new ZeroParams() : new ErrorParams();
    return new Piece(areas.extentSize().times(segment.length()), numbers -> params);
  }
}
