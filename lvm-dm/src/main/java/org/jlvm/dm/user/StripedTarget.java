package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jlvm.dm.table.StripedParams;
import org.jlvm.dm.table.StripedStatus;
import org.jlvm.dm.table.TargetStatus;

/** Chunks from each device in turn. */
record StripedTarget(StripedParams params, List<Storage> devices) implements UserTarget {
  StripedTarget {
    devices = List.copyOf(devices);
  }

  @Override
  public void read(long sector, ByteBuffer target) throws IOException {
    Pieces.each(
        sector,
        target,
        params.chunkSize().count(),
        (at, piece) -> devices.get(stripe(at)).read(position(at), piece));
  }

  @Override
  public void write(long sector, ByteBuffer source) throws IOException {
    Pieces.each(
        sector,
        source,
        params.chunkSize().count(),
        (at, piece) -> devices.get(stripe(at)).write(position(at), piece));
  }

  private int stripe(long sector) {
    return (int) (sector / params.chunkSize().count() % devices.size());
  }

  private long position(long sector) {
    long chunk = params.chunkSize().count();
    long start = params.stripes().get(stripe(sector)).start().count();
    return start + sector / chunk / devices.size() * chunk + sector % chunk;
  }

  @Override
  public void flush() throws IOException {
    for (Storage device : devices) {
      device.flush();
    }
  }

  @Override
  public TargetStatus status() {
    return new StripedStatus(params.devices(), "A".repeat(devices.size()));
  }
}
