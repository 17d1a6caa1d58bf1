package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.table.SnapshotOriginParams;

/** A device that has snapshots: writes make them copy first. */
record OriginTarget(SnapshotOriginParams params, Storage origin, OriginGroup group)
    implements UserTarget {
  @Override
  public void read(long sector, ByteBuffer target) throws IOException {
    origin.read(sector, target);
  }

  @Override
  public void write(long sector, ByteBuffer source) throws IOException {
    long whole = source.remaining() / Sectors.BYTES;
    synchronized (group) {
      if (whole > 0) {
        Pieces.each(sector, source, group.smallestChunk(sector + whole), this::writePiece);
      }
    }
  }

  private void writePiece(long sector, ByteBuffer source) throws IOException {
    group.copyBeforeWrite(sector, source.remaining() / Sectors.BYTES);
    origin.write(sector, source);
  }

  @Override
  public void flush() throws IOException {
    origin.flush();
  }
}
