package org.jlvm.core.segtype.unknown;

import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.SegmentSink;
import org.jlvm.core.model.SegmentSource;
import org.jlvm.core.model.SegmentType;

/**
 * Stands for any type that is not registered.
 *
 * @param name type with its flags, as in metadata
 */
public record UnknownType(String name) implements SegmentType {
  @Override
  public Segment read(SegmentHead head, SegmentSource source) {
    return new UnknownSegment(head, name, source.foreignText());
  }

  @Override
  public void write(Segment segment, SegmentSink sink) {
    sink.foreignText(((UnknownSegment) segment).text());
  }
}
