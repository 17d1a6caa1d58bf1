package org.jlvm.dm.user;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.table.SnapshotStatus.Usage;

/** A store that is forgotten with the snapshot: only data is on the device. */
final class TransientStore implements ExceptionStore {
  private final Sectors size;
  private final long chunkSize;
  private long nextFree;
  private boolean valid = true;

  TransientStore(Sectors size, long chunkSize) {
    this.size = size;
    this.chunkSize = chunkSize;
  }

  @Override
  public long chunkSize() {
    return chunkSize;
  }

  @Override
  public Map<Long, Long> load() {
    return new HashMap<>();
  }

  @Override
  public boolean valid() {
    return valid;
  }

  @Override
  public OptionalLong allocate() {
    if (size.count() < (nextFree + 1) * chunkSize) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(nextFree++);
  }

  @Override
  public void commit(long oldChunk, long newChunk) {
    // nothing is written
  }

  @Override
  public void invalidate() {
    valid = false;
  }

  @Override
  public Usage usage() {
    return new Usage(Sectors.of(nextFree * chunkSize), size, Sectors.ZERO);
  }

  @Override
  public MergeRun nextMerge() {
    throw new IllegalStateException("a transient snapshot cannot be merged");
  }

  @Override
  public void commitMerge(long count) {
    throw new IllegalStateException("a transient snapshot cannot be merged");
  }
}
