package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.table.MirrorParams;
import org.jlvm.dm.table.MirrorStatus;
import org.jlvm.dm.table.Ratio;
import org.jlvm.dm.table.TargetStatus;

/**
 * The same sectors on every leg. Regions not in sync are written to the first working leg only,
 * until {@link #work} has copied them.
 */
final class MirrorTarget implements UserTarget {
  private final MirrorParams params;
  private final List<Storage> legs;
  private final MirrorLogStore log;
  private final long length;
  private final boolean[] dead;
  private long events;

  MirrorTarget(MirrorParams params, List<Storage> legs, MirrorLogStore log, long length) {
    this.params = params;
    this.legs = List.copyOf(legs);
    this.log = log;
    this.length = length;
    this.dead = new boolean[legs.size()];
  }

  /** Regions of a mirror of this length; the last may be shorter. */
  static int regions(MirrorParams params, long length) {
    long size = params.log().regionSize().count();
    return Math.toIntExact((length + size - 1) / size);
  }

  @Override
  public MirrorParams params() {
    return params;
  }

  @Override
  public void resume() {
    log.read();
  }

  @Override
  public synchronized void read(long sector, ByteBuffer target) throws IOException {
    Pieces.each(sector, target, regionSize(), this::readPiece);
  }

  private void readPiece(long sector, ByteBuffer target) throws IOException {
    for (int leg = first(); leg < legs.size(); leg++) {
      if (!dead[leg]) {
        try {
          legs.get(leg).read(position(leg, sector), target.duplicate());
          return;
        } catch (IOException e) {
          fail(leg);
          if (!log.isClean(region(sector))) {
            throw e; // only this leg has the data
          }
        }
      }
    }
    throw new IOException("no leg of the mirror can be read");
  }

  @Override
  public synchronized void write(long sector, ByteBuffer source) throws IOException {
    Pieces.each(sector, source, regionSize(), this::writePiece);
  }

  private void writePiece(long sector, ByteBuffer source) throws IOException {
    int region = region(sector);
    boolean everywhere = log.isClean(region);
    log.set(region, false);
    int written = 0;
    boolean complete = everywhere;
    for (int leg = first(); leg < legs.size() && (everywhere || written == 0); leg++) {
      if (!dead[leg] && writeTo(leg, sector, source)) {
        written++;
      } else {
        complete = false;
      }
    }
    if (written == 0) {
      throw new IOException("no leg of the mirror can be written");
    }
    if (complete && written == legs.size()) {
      log.set(region, true);
    }
  }

  private boolean writeTo(int leg, long sector, ByteBuffer source) {
    try {
      legs.get(leg).write(position(leg, sector), source.duplicate());
      return true;
    } catch (IOException e) {
      fail(leg);
      return false;
    }
  }

  private void fail(int leg) {
    if (params.handleErrors()) {
      dead[leg] = true;
      events++;
    }
  }

  private int first() {
    int leg = 0;
    while (leg < legs.size() - 1 && dead[leg]) {
      leg++;
    }
    return leg;
  }

  private long regionSize() {
    return params.log().regionSize().count();
  }

  private int region(long sector) {
    return (int) (sector / regionSize());
  }

  private long position(int leg, long sector) {
    return params.legs().get(leg).start().count() + sector;
  }

  /** Copies one region that is not in sync. */
  @Override
  public synchronized boolean work() throws IOException {
    for (int i = 0; i < legs.size(); i++) {
      if (dead[i]) {
        return false;
      }
    }
    for (int region = 0; region < log.regions(); region++) {
      if (!log.isClean(region)) {
        copy(region);
        log.set(region, true);
        events += log.cleanRegions() == log.regions() ? 1 : 0;
        return true;
      }
    }
    return false;
  }

  private void copy(int region) throws IOException {
    long start = region * regionSize();
    long count = Math.min(regionSize(), length - start);
    ByteBuffer data = ByteBuffer.allocate(Math.toIntExact(count * Sectors.BYTES));
    legs.get(0).read(position(0, start), data);
    for (int leg = 1; leg < legs.size(); leg++) {
      legs.get(leg).write(position(leg, start), data.duplicate().flip());
    }
  }

  @Override
  public void flush() throws IOException {
    for (int leg = 0; leg < legs.size(); leg++) {
      if (!dead[leg]) {
        legs.get(leg).flush();
      }
    }
  }

  @Override
  public synchronized TargetStatus status() {
    StringBuilder health = new StringBuilder();
    for (boolean isDead : dead) {
      health.append(isDead ? 'D' : 'A');
    }
    boolean disk = params.log().device().isPresent();
    return new MirrorStatus(
        params.legs().stream().map(leg -> leg.device()).toList(),
        new Ratio(log.cleanRegions(), log.regions()),
        health.toString(),
        disk ? "disk" : "core",
        params.log().device(),
        disk ? log.failed() ? "D" : "A" : "");
  }

  @Override
  public synchronized long events() {
    return events;
  }
}
