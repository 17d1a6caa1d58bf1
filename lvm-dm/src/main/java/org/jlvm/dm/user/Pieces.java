package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jlvm.core.units.Sectors;

/** Cuts an access into pieces that each lie within one unit, as a chunk. */
final class Pieces {
  /** Does one piece; the buffer is exactly as long as it. */
  interface Action {
    void run(long sector, ByteBuffer buffer) throws IOException;
  }

  private Pieces() {}

  /**
   * @param unit sectors between two cuts
   */
  static void each(long sector, ByteBuffer buffer, long unit, Action action) throws IOException {
    long at = sector;
    while (buffer.hasRemaining()) {
      long left = buffer.remaining() / Sectors.BYTES;
      long count = Math.min(left, unit - at % unit);
      ByteBuffer piece = take(buffer, count);
      action.run(at, piece);
      at += count;
    }
  }

  /** The buffer's next sectors as a buffer of their own; the buffer moves on behind them. */
  static ByteBuffer take(ByteBuffer buffer, long sectors) {
    int bytes = Math.toIntExact(sectors * Sectors.BYTES);
    ByteBuffer piece = buffer.slice(buffer.position(), bytes);
    buffer.position(buffer.position() + bytes);
    return piece;
  }
}
