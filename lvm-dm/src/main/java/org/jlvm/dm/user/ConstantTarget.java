package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jlvm.dm.table.ErrorParams;
import org.jlvm.dm.table.TargetParams;

/** Target zero or error: no device behind it. */
record ConstantTarget(TargetParams params) implements UserTarget {
  @Override
  public void read(long sector, ByteBuffer target) throws IOException {
    failIfError();
    while (target.hasRemaining()) {
      target.put((byte) 0);
    }
  }

  @Override
  public void write(long sector, ByteBuffer source) throws IOException {
    failIfError();
    source.position(source.limit());
  }

  @Override
  public void flush() {
    // nothing is kept
  }

  private void failIfError() throws IOException {
    if (params instanceof ErrorParams) {
      throw new IOException("target error: Input/output error");
    }
  }
}
