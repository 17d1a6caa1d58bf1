package org.jlvm.core.plan.raid;

import org.jlvm.core.units.Sectors;

/** Sizes that follow from those of a RAID volume (kernel, md-bitmap.c and dm-raid.c). */
public final class RaidSizes {
  /** Images that a RAID1 volume may have. */
  public static final int MOST_RAID1_IMAGES = 64;

  private static final long MOST_REGIONS = 1 << 21;

  /** Superblocks of the array and of its bitmap. */
  private static final long SUPERBLOCKS = 2 * 4096;

  private static final long SECTOR = 512;

  private RaidSizes() {}

  /**
   * Extents of a metadata volume.
   *
   * @param imageExtents extents of an image
   */
  public static long metadataExtents(long imageExtents, Sectors region, Sectors extentSize) {
    long regions = imageExtents * extentSize.count() / region.count();
    long bytes = SUPERBLOCKS + divideUp(regions, Byte.SIZE);
    return divideUp(divideUp(bytes, SECTOR), extentSize.count());
  }

  /** The size of a region, made larger until the bitmap can hold all of them. */
  public static Sectors enlargedRegion(Sectors size, Sectors region) {
    long least = size.count() / MOST_REGIONS;
    long count = region.count();
    while (count < least) {
      count *= 2;
    }
    return Sectors.of(count);
  }

  /** The largest region that is not larger than the volume, or the one given if that is smaller. */
  public static Sectors reducedRegion(Sectors size, Sectors region) {
    if (size.count() >= 0xFFFFFFFFL || region.compareTo(size) <= 0) {
      return region;
    }
    return Sectors.of(Long.highestOneBit(Math.max(1, size.count())));
  }

  private static long divideUp(long value, long divisor) {
    return (value + divisor - 1) / divisor;
  }
}
