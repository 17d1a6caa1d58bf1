package org.jlvm.core.segtype.snapshot;

import org.jlvm.core.units.Sectors;

/** Of what size the chunks of a snapshot's store may be (lvcreate(8), {@code --chunksize}). */
public final class ChunkSize {
  public static final Sectors DEFAULT = Sectors.ofKib(4);

  /** What a size that is not possible is refused with. */
  public static final String RULE = "Chunk size must be a power of 2 in the range 4K to 512K.";

  private static final Sectors LARGEST = Sectors.ofKib(512);

  private ChunkSize() {}

  public static boolean isPossible(Sectors chunk) {
    return chunk.compareTo(DEFAULT) >= 0
        && chunk.compareTo(LARGEST) <= 0
        && Long.bitCount(chunk.count()) == 1;
  }
}
