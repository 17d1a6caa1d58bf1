package org.jlvm.core.segtype.snapshot;

import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.SegmentSink;
import org.jlvm.core.model.SegmentSource;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.units.Sectors;

/**
 * {@code snapshot}: keys {@code chunk_size}, {@code origin} and one of {@code cow_store} and {@code
 * merging_store}.
 */
public final class SnapshotType implements SegmentType {
  public static final SnapshotType INSTANCE = new SnapshotType();

  private SnapshotType() {}

  @Override
  public String name() {
    return "snapshot";
  }

  @Override
  public Segment read(SegmentHead head, SegmentSource source) {
    Sectors chunk = source.sectors("chunk_size");
    boolean merging = source.has("merging_store");
    return new SnapshotSegment(
        head,
        chunk,
        source.lv("origin"),
        source.lv(merging ? "merging_store" : "cow_store"),
        merging);
  }

  @Override
  public void write(Segment segment, SegmentSink sink) {
    SnapshotSegment snapshot = (SnapshotSegment) segment;
    sink.number("chunk_size", snapshot.chunk().count());
    sink.lv("origin", snapshot.origin());
    sink.lv(snapshot.merging() ? "merging_store" : "cow_store", snapshot.cow());
  }
}
