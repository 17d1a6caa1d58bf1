package org.jlvm.core.segtype.striped;

import java.util.List;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.SegmentSink;
import org.jlvm.core.model.SegmentSource;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.units.Sectors;

/** {@code striped}: keys {@code stripe_count}, {@code stripe_size}, {@code stripes}. */
public final class StripedType implements SegmentType {
  public static final StripedType INSTANCE = new StripedType();

  /** Most stripes a segment can have (lvm2's MAX_STRIPES). */
  public static final int MAX_STRIPES = 128;

  private StripedType() {}

  @Override
  public String name() {
    return "striped";
  }

  @Override
  public Segment read(SegmentHead head, SegmentSource source) {
    long count = source.number("stripe_count");
    Sectors stripe = count == 1 ? Sectors.ZERO : source.sectors("stripe_size");
    List<Area> areas = source.areas("stripes", count);
    return new StripedSegment(head, areas, stripe);
  }

  @Override
  public void write(Segment segment, SegmentSink sink) {
    StripedSegment striped = (StripedSegment) segment;
    int count = striped.areas().size();
    sink.number("stripe_count", count, count == 1 ? "# linear" : "");
    if (count > 1) {
      sink.size("stripe_size", striped.stripe().count(), striped.stripe());
    }
    sink.areas("stripes", striped.areas());
  }
}
