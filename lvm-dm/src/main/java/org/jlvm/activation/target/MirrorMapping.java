package org.jlvm.activation.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.activation.node.Piece;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.table.DeviceArea;
import org.jlvm.dm.table.MirrorLog;
import org.jlvm.dm.table.MirrorParams;

/**
 * Target mirror, also for pvmove: of a moving volume one segment is copied at a time, those before
 * it are at their new place already and those after it still at the old one.
 */
final class MirrorMapping implements SegmentMapping {
  /** A mirror with its log in memory begins to copy as soon as it runs. */
  @Override
  public boolean startsLate() {
    return true;
  }

  @Override
  public Piece map(LogicalVolume lv, int index, Areas areas) {
    MirrorSegment mirror = (MirrorSegment) lv.segments().get(index);
    Sectors length = areas.extentSize().times(mirror.length());
    // Devices are made in the order in which they are asked for: lvm2 makes the log first.
    Optional<DmUuid> log = mirror.log().map(areas::device);
    List<Areas.AreaTemplate> legs = new ArrayList<>(mirror.areas().size());
    for (int i = 0; i < mirror.areas().size(); i++) {
      legs.add(areas.area(lv, index, i, mirror.areas().get(i), length));
    }
    boolean linear = areas.settings().linearTarget();
    if (mirror.isMove()) {
      if (mirror.extentsMoved().orElse(0) == mirror.areaLength()) {
        return StripedMapping.single(linear, length, legs.get(1));
      }
      if (!areas.takeRunningMove()) {
        return StripedMapping.single(linear, length, legs.get(0));
      }
    }
    if (legs.size() == 1) {
      return StripedMapping.single(linear, length, legs.get(0));
    }
    Sectors region = mirror.isMove() ? moveRegion(areas, length) : mirror.region();
    boolean nosync = areas.settings().inSync() && !mirror.isMove();
    boolean handle = areas.settings().handleMirrorErrors() && !mirror.isMove();
    return new Piece(
        length,
        numbers -> {
          List<DeviceArea> places = new ArrayList<>(legs.size());
          for (Areas.AreaTemplate leg : legs) {
            places.add(leg.fill(numbers));
          }
          return new MirrorParams(
              new MirrorLog(
                  log.map(numbers::of),
                  region,
                  nosync ? Optional.of(MirrorLog.Sync.NOSYNC) : Optional.empty(),
                  false),
              places,
              handle,
              false);
        });
  }

  /** The configured size, or what fits into a smaller segment. */
  private static Sectors moveRegion(Areas areas, Sectors length) {
    Sectors wanted = areas.settings().moveRegionSize();
    return wanted.compareTo(length) > 0
        ? Sectors.of(Long.highestOneBit(Math.max(1, length.count())))
        : wanted;
  }
}
