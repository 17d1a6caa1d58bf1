package org.jlvm.core.segtype.virtual;

import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.SegmentSink;
import org.jlvm.core.model.SegmentSource;
import org.jlvm.core.model.SegmentType;

/** {@code zero} and {@code error}: no keys of their own. */
public final class VirtualType implements SegmentType {
  public static final VirtualType ZERO = new VirtualType("zero");
  public static final VirtualType ERROR = new VirtualType("error");

  private final String name;

  private VirtualType(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Segment read(SegmentHead head, SegmentSource source) {
    return new VirtualSegment(head, this);
  }

  @Override
  public void write(Segment segment, SegmentSink sink) {
    // Nothing beyond the common keys.
  }
}
