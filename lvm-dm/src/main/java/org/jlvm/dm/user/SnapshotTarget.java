package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.jlvm.dm.table.SnapshotParams;
import org.jlvm.dm.table.TargetParams;
import org.jlvm.dm.table.TargetStatus;

/** The origin as it was, with what has been written to the snapshot since. */
record SnapshotTarget(Snapshot snapshot) implements UserTarget {
  @Override
  public TargetParams params() {
    return new SnapshotParams(snapshot.setup());
  }

  @Override
  public void read(long sector, ByteBuffer target) throws IOException {
    synchronized (snapshot.group()) {
      failUnlessUsable();
      Pieces.each(sector, target, snapshot.chunkSize(), snapshot::read);
    }
  }

  @Override
  public void write(long sector, ByteBuffer source) throws IOException {
    synchronized (snapshot.group()) {
      Pieces.each(sector, source, snapshot.chunkSize(), this::writePiece);
    }
  }

  private void writePiece(long sector, ByteBuffer source) throws IOException {
    failUnlessUsable();
    long chunk = sector / snapshot.chunkSize();
    OptionalLong copied = snapshot.find(chunk);
    if (copied.isEmpty()) {
      copied = snapshot.copy(chunk);
    }
    if (copied.isEmpty()) {
      snapshot.overflow();
      throw new IOException("snapshot is full");
    }
    snapshot.writeCopied(copied.getAsLong(), sector, source);
  }

  private void failUnlessUsable() throws IOException {
    if (!snapshot.usable()) {
      throw new IOException("snapshot is invalid");
    }
  }

  @Override
  public void flush() throws IOException {
    snapshot.flush();
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
