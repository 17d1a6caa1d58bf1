package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.model.PhysicalVolume;
import org.jspecify.annotations.Nullable;

/**
 * The usable free areas of one physical volume, largest first, the older first among equals.
 *
 * <p>An area of which a part is reserved takes the place that the rest deserves, at once; so
 * whoever walks along {@link FreeArea#next} meanwhile goes on from that place. Which areas a
 * request gets depends on this.
 */
final class PvSpace {
  final PhysicalVolume pv;
  private @Nullable FreeArea first;
  private long total;
  private int partlyReserved;

  PvSpace(PhysicalVolume pv) {
    this.pv = pv;
  }

  /** Adds areas that this space does not have yet, in the order given. */
  void addAll(List<ExtentRange> ranges) {
    List<FreeArea> all = new ArrayList<>(ranges.size());
    for (FreeArea area = first; area != null; area = area.next) {
      all.add(area);
    }
    for (ExtentRange range : ranges) {
      all.add(new FreeArea(this, range));
      total += range.count();
    }
    all.sort((a, b) -> Long.compare(b.count, a.count));
    relink(all);
  }

  private void relink(List<FreeArea> areas) {
    first = areas.isEmpty() ? null : areas.get(0);
    for (int i = 0; i < areas.size(); i++) {
      areas.get(i).previous = i == 0 ? null : areas.get(i - 1);
      areas.get(i).next = i == areas.size() - 1 ? null : areas.get(i + 1);
    }
  }

  @Nullable FreeArea first() {
    return first;
  }

  /** Extents that are not allocated yet; reserved ones count. */
  long total() {
    return total;
  }

  /** Reserves up to a number of extents of an area; returns how many. */
  long reserve(FreeArea area, long wanted) {
    if (!area.isPartlyReserved()) {
      partlyReserved++;
    }
    if (wanted >= area.unreserved) {
      long all = area.unreserved;
      area.unreserved = 0;
      return all;
    }
    area.unreserved -= wanted;
    unlink(area);
    insert(area, area.unreserved);
    return wanted;
  }

  /**
   * Drops reservations. An area that returns to its place may pass others of its size, which then
   * keep theirs until the next time.
   */
  void dropReservations() {
    FreeArea area = first;
    while (area != null && partlyReserved > 0) {
      if (area.isPartlyReserved()) {
        area.unreserved = area.count;
        partlyReserved--;
        unlink(area);
        insert(area, area.count);
      }
      area = area.next;
    }
  }

  /** Takes extents from the start of an area for good. */
  PvExtents consume(FreeArea area, long length) {
    if (length > area.count) {
      throw new IllegalArgumentException(length + " extents of " + area.count);
    }
    PvExtents taken = new PvExtents(pv.id(), area.start, length);
    unlink(area);
    total -= length;
    if (area.isPartlyReserved()) {
      partlyReserved--;
    }
    area.start += length;
    area.count -= length;
    area.unreserved = area.count;
    if (area.count > 0) {
      insert(area, area.count);
    }
    return taken;
  }

  private void unlink(FreeArea area) {
    if (area.previous == null) {
      first = area.next;
    } else {
      area.previous.next = area.next;
    }
    if (area.next != null) {
      area.next.previous = area.previous;
    }
  }

  /** Before the first area that has less in all, reserved or not, than the size given. */
  private void insert(FreeArea area, long size) {
    FreeArea before = null;
    FreeArea after = first;
    while (after != null && size <= after.count) {
      before = after;
      after = after.next;
    }
    area.previous = before;
    area.next = after;
    if (before == null) {
      first = area;
    } else {
      before.next = area;
    }
    if (after != null) {
      after.previous = area;
    }
  }
}
