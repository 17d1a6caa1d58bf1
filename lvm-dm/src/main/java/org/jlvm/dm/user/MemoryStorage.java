package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jlvm.core.units.Sectors;

/** Sectors in memory; those never written are zero and take none. May be told to fail. */
public final class MemoryStorage implements Storage {
  private final Sectors size;
  private final Map<Long, byte[]> sectors = new HashMap<>();
  private boolean failing;

  public MemoryStorage(Sectors size) {
    this.size = size;
  }

  /** From now on every access fails, or none. */
  public synchronized void setFailing(boolean failing) {
    this.failing = failing;
  }

  @Override
  public Sectors size() {
    return size;
  }

  @Override
  public synchronized void read(long sector, ByteBuffer target) throws IOException {
    failIfTold();
    Extent extent = Extent.of(sector, target, size);
    for (long at = extent.start(); at < extent.end(); at++) {
      byte[] bytes = sectors.get(at);
      target.put(bytes != null ? bytes : new byte[Sectors.BYTES]);
    }
  }

  @Override
  public synchronized void write(long sector, ByteBuffer source) throws IOException {
    failIfTold();
    Extent extent = Extent.of(sector, source, size);
    for (long at = extent.start(); at < extent.end(); at++) {
      byte[] bytes = new byte[Sectors.BYTES];
      source.get(bytes);
      sectors.put(at, bytes);
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    failIfTold();
  }

  private void failIfTold() throws IOException {
    if (failing) {
      throw new IOException("this storage was told to fail");
    }
  }
}
