package org.jlvm.core.segtype.unknown;

import java.util.List;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.ForeignText;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.SegmentType;

/**
 * A segment of a type that is not known: its keys are kept as text. It can be shown and moved to
 * another group whole, not cut or mapped.
 *
 * @param head place in the volume
 * @param typeName type with its flags, as in metadata
 * @param text the keys of the type
 */
public record UnknownSegment(SegmentHead head, String typeName, ForeignText text)
    implements Segment {
  @Override
  public SegmentType type() {
    return new UnknownType(typeName);
  }

  @Override
  public List<Area> areas() {
    return List.of();
  }

  @Override
  public List<LvmId> companions() {
    return text.lvs();
  }

  @Override
  public List<LvmId> foreignPvs() {
    return text.pvs();
  }

  @Override
  public UnknownSegment withHead(SegmentHead newHead) {
    return new UnknownSegment(newHead, typeName, text);
  }

  @Override
  public UnknownSegment withAreas(List<Area> newAreas) {
    if (!newAreas.isEmpty()) {
      throw new IllegalArgumentException("the areas of a " + typeName + " segment are not known");
    }
    return this;
  }

  @Override
  public Segment slice(long offset, long length) {
    throw new IllegalArgumentException("a " + typeName + " segment cannot be cut");
  }
}
