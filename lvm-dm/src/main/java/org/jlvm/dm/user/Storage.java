package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jlvm.core.units.Sectors;

/**
 * Sectors that can be read and written. All positions are in sectors and all buffers hold whole
 * sectors; access past the end fails.
 */
public interface Storage {
  Sectors size();

  /** Fills the buffer. */
  void read(long sector, ByteBuffer target) throws IOException;

  /** Writes all of the buffer. */
  void write(long sector, ByteBuffer source) throws IOException;

  /** Returns when all that was written survives a loss of power. */
  void flush() throws IOException;
}
