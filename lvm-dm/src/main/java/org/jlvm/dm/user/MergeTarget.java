package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.table.SnapshotMergeParams;
import org.jlvm.dm.table.TargetParams;
import org.jlvm.dm.table.TargetStatus;

/** The origin, as it becomes what the snapshot is: chunks of the store are copied back. */
record MergeTarget(Snapshot snapshot) implements UserTarget {
  @Override
  public TargetParams params() {
    return new SnapshotMergeParams(snapshot.setup());
  }

  @Override
  public void read(long sector, ByteBuffer target) throws IOException {
    synchronized (snapshot.group()) {
      Pieces.each(sector, target, snapshot.chunkSize(), this::readPiece);
    }
  }

  private void readPiece(long sector, ByteBuffer target) throws IOException {
    if (snapshot.usable()) {
      snapshot.read(sector, target);
    } else {
      snapshot.origin().read(sector, target);
    }
  }

  @Override
  public void write(long sector, ByteBuffer source) throws IOException {
    synchronized (snapshot.group()) {
      Pieces.each(sector, source, snapshot.chunkSize(), this::writePiece);
    }
  }

  private void writePiece(long sector, ByteBuffer source) throws IOException {
    OptionalLong copied =
        snapshot.usable() ? snapshot.find(sector / snapshot.chunkSize()) : OptionalLong.empty();
    if (copied.isPresent()) {
      snapshot.writeCopied(copied.getAsLong(), sector, source);
    } else {
      snapshot.group().copyBeforeWrite(sector, source.remaining() / Sectors.BYTES);
      snapshot.origin().write(sector, source);
    }
  }

  @Override
  public void flush() throws IOException {
    snapshot.flush();
  }

  @Override
  public boolean work() throws IOException {
    return snapshot.mergeRun();
  }

  @Override
  public TargetStatus status() {
    return snapshot.status();
  }

  @Override
  public void prepareResume() throws RefusedException {
    snapshot.prepareResume();
  }

  @Override
  public void resume() throws RefusedException, IOException {
    snapshot.resume();
  }

  @Override
  public void suspend() {
    snapshot.suspend();
  }

  @Override
  public void retire() {
    snapshot.retire();
  }

  @Override
  public long events() {
    return snapshot.events();
  }
}
