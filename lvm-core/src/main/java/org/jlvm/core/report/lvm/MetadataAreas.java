package org.jlvm.core.report.lvm;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.ondisk.MdaHeader;
import org.jlvm.core.ondisk.RawLocation;
import org.jlvm.core.units.Sectors;

/** Sizes of metadata areas as reports show them, in sectors. */
final class MetadataAreas {
  private MetadataAreas() {}

  /** The size of the smallest area; 0 if there is none. */
  static long smallest(List<ScannedArea> areas) {
    long smallest = Long.MAX_VALUE;
    for (ScannedArea area : areas) {
      smallest = Math.min(smallest, area.place().size().count() / Sectors.BYTES);
    }
    return smallest == Long.MAX_VALUE ? 0 : smallest;
  }

  /** The room in the fullest area; 0 if there is none. */
  static long leastFree(List<ScannedArea> areas) {
    long least = Long.MAX_VALUE;
    for (ScannedArea area : areas) {
      // What is not in use has no room.
      boolean inUse = area.header().isPresent() && !area.isIgnored();
      least = Math.min(least, inUse ? free(area.header().get()) : 0);
    }
    return least == Long.MAX_VALUE ? 0 : least;
  }

  /** A text can fill half of an area less a sector, as the next one must fit beside it. */
  private static long free(MdaHeader header) {
    long room = (header.size() - MdaHeader.BYTES) / 2 - Sectors.BYTES;
    Optional<RawLocation> text = header.committed();
    long usedBytes = text.isPresent() ? text.get().size() : 0;
    return Math.max(0, room - usedBytes) / Sectors.BYTES;
  }
}
