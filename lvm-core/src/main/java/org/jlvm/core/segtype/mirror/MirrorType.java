package org.jlvm.core.segtype.mirror;

import java.util.List;
import java.util.OptionalLong;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.SegmentSink;
import org.jlvm.core.model.SegmentSource;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.units.Sectors;

/**
 * {@code mirror}: keys {@code mirror_count}, {@code extents_moved}, {@code mirror_log}, {@code
 * region_size}, {@code mirrors}.
 */
public final class MirrorType implements SegmentType {
  public static final MirrorType INSTANCE = new MirrorType();

  private MirrorType() {}

  @Override
  public String name() {
    return "mirror";
  }

  @Override
  public Segment read(SegmentHead head, SegmentSource source) {
    long count = source.number("mirror_count");
    OptionalLong moved = source.findNumber("extents_moved");
    Sectors region = Sectors.of(source.findNumber("region_size").orElse(0));
    List<Area> legs = source.areas("mirrors", count);
    return new MirrorSegment(head, legs, moved, source.findLv("mirror_log"), region);
  }

  @Override
  public void write(Segment segment, SegmentSink sink) {
    MirrorSegment mirror = (MirrorSegment) segment;
    sink.number("mirror_count", mirror.areas().size());
    if (mirror.extentsMoved().isPresent()) {
      long moved = mirror.extentsMoved().getAsLong();
      sink.size("extents_moved", moved, sink.extentSize().times(moved));
    }
    if (mirror.log().isPresent()) {
      sink.lv("mirror_log", mirror.log().get());
    }
    if (!mirror.region().isZero()) {
      sink.number("region_size", mirror.region().count());
    }
    sink.areas("mirrors", mirror.areas());
  }
}
