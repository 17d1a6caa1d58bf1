package org.jlvm.dm.user;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The snapshots of one device. Everything that reads or writes one of them, or writes the device,
 * does so under this object's lock: copying a chunk must not be overtaken.
 */
final class OriginGroup {
  private final List<Snapshot> snapshots = new ArrayList<>();

  synchronized void add(Snapshot snapshot) {
    snapshots.add(snapshot);
  }

  synchronized void remove(Snapshot snapshot) {
    snapshots.remove(snapshot);
  }

  /**
   * Another table's snapshot with the same store: the one that is to hand it over, or to receive
   * it.
   */
  synchronized Optional<Snapshot> sharing(Snapshot self) {
    for (Snapshot other : snapshots) {
      if (other != self && other.cowNumber().equals(self.cowNumber())) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  synchronized boolean isMerging() {
    for (Snapshot snapshot : snapshots) {
      if (snapshot.merging()) {
        return true;
      }
    }
    return false;
  }

  /** The smallest chunk of those that copy, or the given number of sectors. */
  synchronized long smallestChunk(long otherwise) {
    long smallest = otherwise;
    for (Snapshot snapshot : snapshots) {
      if (snapshot.copies()) {
        smallest = Math.min(smallest, snapshot.chunkSize());
      }
    }
    return smallest;
  }

  /** Before sectors of the device are overwritten: whoever still needs them takes them. */
  synchronized void copyBeforeWrite(long sector, long count) throws IOException {
    for (Snapshot snapshot : snapshots) {
      if (snapshot.copies()) {
        snapshot.copyBeforeOriginWrite(sector, count);
      }
    }
  }
}
