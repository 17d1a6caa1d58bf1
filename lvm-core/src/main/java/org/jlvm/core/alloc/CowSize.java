package org.jlvm.core.alloc;

import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/**
 * How long the exception store of a snapshot can usefully be. The store has a header chunk, then
 * groups of one chunk of metadata and the chunks that it describes, 16 bytes each (kernel,
 * dm-snap-persistent.c).
 *
 * @param originExtents length of the origin
 * @param chunk size of a chunk
 * @param leaks whether the driver may lose chunks in a crash, so that some are to spare
 */
public record CowSize(long originExtents, Sectors chunk, boolean leaks) {
  /** The driver does not take stores with fewer chunks (lvm2's SNAPSHOT_MIN_CHUNKS). */
  private static final long MIN_CHUNKS = 3;

  private static final int ENTRY_BYTES = 16;

  /** Extents with which the store cannot overflow; more would be wasted. */
  public long maximum(VolumeGroup vg) {
    long sectors = maximumSectors(vg.extentSize());
    long extent = vg.extentSize().count();
    return Math.min(VolumeGroup.MAX_EXTENTS, (sectors + extent - 1) / extent);
  }

  /** The same in sectors. */
  public long maximumSectors(Sectors extentSize) {
    long size = chunk.count();
    long originChunks = (originExtents * extentSize.count() + size - 1) / size;
    long perMetadata = size * Sectors.BYTES / ENTRY_BYTES;
    // One more than fits: a full metadata chunk is followed by an empty one.
    long metadata = (originChunks + perMetadata) / perMetadata;
    long chunks = 1 + originChunks + metadata;
    return (chunks + (leaks ? (chunks + 63) / 64 : 0)) * size;
  }

  /**
   * @throws FailedException if a store of that many extents is too small for the driver
   */
  public void requireEnough(VolumeGroup vg, long extents, SizeFormat format) {
    Sectors least = chunk.times(MIN_CHUNKS);
    long extent = vg.extentSize().count();
    if (extents * extent < least.count()) {
      throw new FailedException(
          "Snapshot volume cannot be smaller than "
              + MIN_CHUNKS
              + " chunks ("
              + (least.count() + extent - 1) / extent
              + " extents, "
              + format.display(least)
              + ").");
    }
  }
}
