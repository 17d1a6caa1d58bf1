package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jlvm.core.units.Sectors;

/** The sectors that an access touches: from start to before end. */
record Extent(long start, long end) {
  /**
   * @throws IOException if they are not all below the size
   */
  static Extent of(long sector, ByteBuffer buffer, Sectors size) throws IOException {
    if (buffer.remaining() % Sectors.BYTES != 0) {
      throw new IllegalArgumentException("not whole sectors: " + buffer.remaining() + " bytes");
    }
    long count = buffer.remaining() / Sectors.BYTES;
    if (sector < 0 || sector > size.count() - count) {
      throw new IOException(
          "access to sector " + sector + " and " + count + " on, of " + size.count());
    }
    return new Extent(sector, sector + count);
  }
}
