package org.jlvm.core.segtype.striped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.units.Sectors;

/**
 * Extents dealt out over one or more areas in turn, a stripe at a time; with one area, linear.
 *
 * @param head place in the volume; the length is a multiple of the number of areas
 * @param areas one or more
 * @param stripe size of a stripe; zero for linear
 */
public record StripedSegment(SegmentHead head, List<Area> areas, Sectors stripe)
    implements Segment {
  public StripedSegment {
    areas = List.copyOf(areas);
    if (areas.isEmpty() || head.length() % areas.size() != 0) {
      throw new IllegalArgumentException(
          head.length() + " extents do not spread over " + areas.size() + " stripes");
    }
  }

  public static StripedSegment linear(long start, long length, Area area) {
    return new StripedSegment(SegmentHead.of(start, length), List.of(area), Sectors.ZERO);
  }

  @Override
  public SegmentType type() {
    return StripedType.INSTANCE;
  }

  @Override
  public String displayName() {
    return areas.size() == 1 ? "linear" : "striped";
  }

  @Override
  public long areaLength() {
    return head.length() / areas.size();
  }

  @Override
  public Optional<Sectors> stripeSize() {
    return areas.size() == 1 ? Optional.empty() : Optional.of(stripe);
  }

  @Override
  public StripedSegment withHead(SegmentHead newHead) {
    return new StripedSegment(newHead, areas, stripe);
  }

  @Override
  public StripedSegment withAreas(List<Area> newAreas) {
    return new StripedSegment(head, newAreas, stripe);
  }

  @Override
  public StripedSegment slice(long offset, long length) {
    long areaOffset = offset / areas.size();
    if (offset % areas.size() != 0) {
      throw new IllegalArgumentException("cut inside a stripe at extent " + offset);
    }
    List<Area> shifted = new ArrayList<>(areas.size());
    for (Area area : areas) {
      shifted.add(area.shifted(areaOffset));
    }
    return new StripedSegment(head.at(head.start() + offset).withLength(length), shifted, stripe);
  }

  @Override
  public Optional<Segment> mergedWith(Segment next) {
    if (!(next instanceof StripedSegment other) || !continuedBy(other)) {
      return Optional.empty();
    }
    return Optional.of(withHead(head.withLength(head.length() + other.length())));
  }

  private boolean continuedBy(StripedSegment other) {
    if (other.areas.size() != areas.size()
        || !other.stripe.equals(stripe)
        || !other.head.tags().equals(head.tags())
        || !other.head.unknown().equals(head.unknown())) {
      return false;
    }
    for (int i = 0; i < areas.size(); i++) {
      // Areas on other LVs stay apart, as lvm2 keeps them.
      if (!(areas.get(i) instanceof Area.OnPv here)
          || !(other.areas.get(i) instanceof Area.OnPv there)
          || !here.shifted(areaLength()).equals(there)) {
        return false;
      }
    }
    return true;
  }
}
