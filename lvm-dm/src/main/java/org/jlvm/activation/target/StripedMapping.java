package org.jlvm.activation.target;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.activation.node.Piece;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.table.DeviceArea;
import org.jlvm.dm.table.LinearParams;
import org.jlvm.dm.table.StripedParams;

/** Targets linear and striped. */
final class StripedMapping implements SegmentMapping {
  @Override
  public Piece map(LogicalVolume lv, int index, Areas areas) {
    StripedSegment striped = (StripedSegment) lv.segments().get(index);
    Sectors length = areas.extentSize().times(striped.length());
    List<Areas.AreaTemplate> places = places(lv, index, striped, areas);
    if (places.size() == 1) {
      return single(areas.settings().linearTarget(), length, places.get(0));
    }
    return new Piece(
        length,
        numbers -> {
          List<DeviceArea> stripes = new ArrayList<>(places.size());
          for (Areas.AreaTemplate place : places) {
            stripes.add(place.fill(numbers));
          }
          return new StripedParams(striped.stripe(), stripes);
        });
  }

  /** One place, by target linear or, if that is not wanted, by striped. */
  static Piece single(boolean linearTarget, Sectors length, Areas.AreaTemplate place) {
    return new Piece(
        length,
        numbers ->
            linearTarget
                ? new LinearParams(place.fill(numbers))
                : new StripedParams(length, List.of(place.fill(numbers))));
  }

  private static List<Areas.AreaTemplate> places(
      LogicalVolume lv, int index, StripedSegment segment, Areas areas) {
    Sectors length = areas.extentSize().times(segment.areaLength());
    List<Areas.AreaTemplate> places = new ArrayList<>(segment.areas().size());
    for (int i = 0; i < segment.areas().size(); i++) {
      places.add(areas.area(lv, index, i, segment.areas().get(i), length));
    }
    return places;
  }
}
