package org.jlvm.core.ondisk.layout;

import java.util.Optional;
import org.jlvm.core.ondisk.DiskArea;
import org.jlvm.core.ondisk.PvLabel;

/**
 * Finds room for metadata areas. All values are bytes.
 *
 * @param deviceSize the volume's size
 * @param alignment of the data area, 0 for none
 * @param alignmentOffset of the data area
 * @param pageSize of this machine
 */
record MetadataAreaPlacer(long deviceSize, long alignment, long alignmentOffset, long pageSize) {
  /** What was found: an area, or that none can be had; an area of size 0 is none, and no error. */
  record Result(boolean fits, long start, long size) {
    static final Result NO_ROOM = new Result(false, 0, 0);

    Optional<DiskArea> area() {
      return size == 0 ? Optional.empty() : Optional.of(DiskArea.of(start, size));
    }

    long end() {
      return start + size;
    }
  }

  /** The least that a metadata area may have. */
  long minimum() {
    return 8 * pageSize;
  }

  /**
   * The area at the start of the device, behind the label's sectors.
   *
   * @param wanted its size; grows up to the next alignment boundary, or shrinks to what there is
   * @param limit where it must end
   * @param firmEnd whether what follows has its place already
   */
  Result first(long wanted, long limit, boolean firmEnd) {
    long start = PvLabel.SCAN_BYTES;
    if (limit > deviceSize || limit < start) {
      return Result.NO_ROOM;
    }
    if (limit - start >= minimum()) {
      start += padding(start, pageSize);
    }
    long size = aligned(start, wanted, limit);
    if (start + size <= limit) {
      return new Result(true, start, size);
    }
    if (firmEnd || alignment == 0 || limit - start <= alignment * 2) {
      return new Result(true, start, limit - start);
    }
    // Twice the alignment is left to the data, then the area's end goes to a boundary again.
    size = limit - start - alignment * 2;
    size += padding(start + size, alignment);
    return start + size > limit ? Result.NO_ROOM : new Result(true, start, size);
  }

  private long aligned(long start, long wanted, long limit) {
    long size = wanted;
    if (alignment == 0) {
      return size;
    }
    long padding = padding(start + size, alignment);
    if (start + size + padding <= limit) {
      size += padding;
    }
    boolean onBoundary = (start + size) % alignment == 0;
    if (onBoundary && start + size + alignmentOffset <= limit) {
      size += alignmentOffset;
    }
    return size;
  }

  /**
   * The area at the end of the device.
   *
   * @param wanted its size; grows down to the next alignment boundary, or shrinks to what there is
   * @param limit where it may start
   */
  Result second(long wanted, long limit) {
    if (limit >= deviceSize) {
      return Result.NO_ROOM;
    }
    if (wanted > deviceSize - limit) {
      return new Result(true, limit, deviceSize - limit);
    }
    long start = deviceSize - wanted;
    long rest = alignment == 0 ? 0 : start % alignment;
    boolean room = rest < start && start - rest >= limit;
    start -= room ? rest : 0;
    return new Result(true, start, deviceSize - start);
  }

  private static long padding(long end, long unit) {
    long rest = end % unit;
    return rest == 0 ? 0 : unit - rest;
  }
}
