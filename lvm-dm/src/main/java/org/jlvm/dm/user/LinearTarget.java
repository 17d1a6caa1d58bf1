package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jlvm.dm.table.TargetParams;

/** One area of one device. Serves target delay too, without the delay. */
record LinearTarget(TargetParams params, Storage device, long start) implements UserTarget {
  @Override
  public void read(long sector, ByteBuffer target) throws IOException {
    device.read(start + sector, target);
  }

  @Override
  public void write(long sector, ByteBuffer source) throws IOException {
    device.write(start + sector, source);
  }

  @Override
  public void flush() throws IOException {
    device.flush();
  }
}
