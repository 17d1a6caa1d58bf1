package org.jlvm.core.alloc;

/**
 * What is to be allocated side by side: data areas of equal length on different physical volumes,
 * and beside them logs or metadata areas.
 *
 * @param areas data areas: stripes, legs, or legs times stripes
 * @param parity further areas of the same length that add no capacity
 * @param multiple logical extents of one extent in each data area
 * @param logs areas that are allocated once, beside the first data areas
 * @param logLength extents of each log or metadata area
 * @param splitMetadata whether each data and parity area gets a metadata area, cut from the start
 *     of its space
 */
public record AllocationShape(
    int areas, int parity, int multiple, int logs, long logLength, boolean splitMetadata) {
  private static final long SECTOR_BYTES = 512;
  private static final long LOG_HEADER_BYTES = 2 * SECTOR_BYTES;

  public AllocationShape {
    if (areas < 0 || parity < 0 || multiple < 1 || logs < 0 || logLength < 0) {
      throw new IllegalArgumentException("bad shape of an allocation");
    }
    if (areas + logs == 0) {
      throw new IllegalArgumentException("nothing to allocate");
    }
  }

  /** Stripes; 1 for linear. */
  public static AllocationShape striped(int stripes) {
    return new AllocationShape(stripes, 0, stripes, 0, 0, false);
  }

  /**
   * Legs that each hold all data, spread over a number of stripes, and logs.
   *
   * @param logLength extents of a log, see {@link #mirrorLogLength}
   */
  public static AllocationShape mirrored(int legs, int stripes, int logs, long logLength) {
    int areas = legs > 1 ? legs * stripes : stripes;
    return new AllocationShape(areas, 0, stripes, logs, logs == 0 ? 0 : logLength, false);
  }

  /** Logs for legs that are there already. */
  public static AllocationShape logsOnly(int logs, long logLength) {
    return new AllocationShape(0, 0, 1, logs, logLength, false);
  }

  /** Data with a metadata volume that is allocated like a log (thin pools). */
  public static AllocationShape withMetadata(int stripes, long metadataLength) {
    return new AllocationShape(stripes, 0, stripes, 1, metadataLength, false);
  }

  /**
   * RAID images, each with a metadata area cut from the front of its space if there are metadata
   * areas.
   *
   * @param images data images
   * @param parity parity images
   * @param multiple data images that hold different data
   * @param metadataLength extents of each metadata area; 0 for none
   */
  public static AllocationShape raid(int images, int parity, int multiple, long metadataLength) {
    return new AllocationShape(images, parity, multiple, 0, metadataLength, metadataLength > 0);
  }

  /** Logical extents that cut metadata areas take from what is asked for beside the data. */
  long splitExtents() {
    return splitMetadata ? logLength * multiple : 0;
  }

  /** Data and parity areas together. */
  public int dataAreas() {
    return areas + parity;
  }

  /**
   * Extents of the log of a mirror (kernel, dm-log.c: header, then a bit for each region rounded up
   * to 32).
   *
   * @param regionSize in sectors
   * @param extentSize in sectors
   * @param areaLength extents of a leg
   */
  public static long mirrorLogLength(long regionSize, long extentSize, long areaLength) {
    long regions = divideUp(areaLength * extentSize, regionSize);
    long bitmapBytes = divideUp(regions, 32) * 4;
    long sectors = divideUp(LOG_HEADER_BYTES + bitmapBytes, SECTOR_BYTES);
    return divideUp(sectors, extentSize);
  }

  private static long divideUp(long value, long divisor) {
    return (value + divisor - 1) / divisor;
  }
}
