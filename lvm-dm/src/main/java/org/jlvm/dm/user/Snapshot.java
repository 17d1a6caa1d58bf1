package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.Errno;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.SnapshotStatus;
import org.jlvm.dm.table.SnapshotStatus.State;
import org.jlvm.dm.table.SnapshotStore;

/**
 * What a snapshot and one that is being merged have in common: chunks that were copied are in the
 * store's device, the others in the origin. All methods but those for resuming expect the group's
 * lock to be held, or take it.
 *
 * <p>Loaded while another table uses the same store, a snapshot takes the exceptions over when it
 * is resumed; the other must be suspended then.
 */
final class Snapshot {
  private final SnapshotStore setup;
  private final boolean merging;
  private final Storage origin;
  private final Storage cow;
  private final OriginGroup group;
  private Optional<ExceptionStore> store = Optional.empty();
  private Map<Long, Long> exceptions = new HashMap<>();
  private State state = State.ACTIVE;
  private boolean active;
  private boolean suspended;
  private long events;

  private Snapshot(
      SnapshotStore setup, boolean merging, Storage origin, Storage cow, OriginGroup group) {
    this.setup = setup;
    this.merging = merging;
    this.origin = origin;
    this.cow = cow;
    this.group = group;
  }

  /** Joins the others of the origin; opens the store unless another table uses it. */
  static Snapshot join(
      SnapshotStore setup, boolean merging, Storage origin, Storage cow, OriginGroup group)
      throws RefusedException, IOException {
    Snapshot snapshot = new Snapshot(setup, merging, origin, cow, group);
    synchronized (group) {
      if (group.sharing(snapshot).isEmpty()) {
        if (merging && group.isMerging()) {
          throw new RefusedException(Errno.EINVAL, "another snapshot is being merged");
        }
        snapshot.openStore();
      }
      group.add(snapshot);
    }
    return snapshot;
  }

  private void openStore() throws RefusedException, IOException {
    long chunkSize = setup.chunkSize().count();
    ExceptionStore opened =
        setup.type().persistent()
            ? PersistentStore.open(cow, chunkSize)
            : new TransientStore(cow.size(), chunkSize);
    exceptions = opened.load();
    state = opened.valid() ? State.ACTIVE : State.INVALID;
    store = Optional.of(opened);
  }

  DeviceNumber cowNumber() {
    return setup.cow();
  }

  OriginGroup group() {
    return group;
  }

  Storage origin() {
    return origin;
  }

  boolean merging() {
    return merging;
  }

  boolean suspended() {
    return suspended;
  }

  /** Whether it waits for another table's exceptions. */
  boolean expectsHandover() {
    return store.isEmpty();
  }

  long chunkSize() {
    return store.isPresent() ? store.get().chunkSize() : setup.chunkSize().count();
  }

  /** As loaded, with the chunk size that the store has. */
  SnapshotStore setup() {
    return new SnapshotStore(
        setup.origin(), setup.cow(), setup.type(), Sectors.of(chunkSize()), setup.features());
  }

  /** Whether writes to the origin concern it. */
  boolean copies() {
    return active && !merging && usable();
  }

  boolean usable() {
    return state == State.ACTIVE || state == State.OVERFLOW;
  }

  /** Refuses while exceptions would have to be taken from a table in use, or given away. */
  void prepareResume() throws RefusedException {
    Optional<Snapshot> other = group.sharing(this);
    if (other.isEmpty()) {
      return;
    }
    if (!expectsHandover() && other.get().expectsHandover()) {
      throw new RefusedException(Errno.EINVAL, "a loaded table waits for its exceptions");
    }
    if (expectsHandover() && !other.get().suspended) {
      throw new RefusedException(Errno.EINVAL, "the table with its exceptions is not suspended");
    }
  }

  void resume() throws RefusedException, IOException {
    synchronized (group) {
      Optional<Snapshot> other = group.sharing(this);
      if (expectsHandover() && other.isPresent()) {
        takeOver(other.get());
      } else if (expectsHandover()) {
        openStore(); // whoever had it is gone
      }
      active = true;
      suspended = false;
    }
  }

  private void takeOver(Snapshot giver) {
    store = giver.store;
    exceptions = giver.exceptions;
    state = giver.state;
    giver.state = State.INVALID;
  }

  void suspend() {
    suspended = true;
  }

  void retire() {
    active = false;
    group.remove(this);
  }

  /** Where the store has a chunk, if it was copied. */
  OptionalLong find(long chunk) {
    Long copied = exceptions.get(chunk);
    return copied == null ? OptionalLong.empty() : OptionalLong.of(copied);
  }

  /** Reads what lies within one chunk. */
  void read(long sector, ByteBuffer target) throws IOException {
    OptionalLong copied = find(sector / chunkSize());
    if (copied.isPresent()) {
      cow.read(inStore(copied.getAsLong(), sector), target);
    } else {
      origin.read(sector, target);
    }
  }

  /** Writes, within one chunk, to a chunk that was copied. */
  void writeCopied(long copied, long sector, ByteBuffer source) throws IOException {
    cow.write(inStore(copied, sector), source);
  }

  private long inStore(long copied, long sector) {
    return copied * chunkSize() + sector % chunkSize();
  }

  /** Before the origin's sectors are overwritten. */
  void copyBeforeOriginWrite(long sector, long count) throws IOException {
    for (long chunk = sector / chunkSize(); chunk * chunkSize() < sector + count; chunk++) {
      if (copies() && find(chunk).isEmpty() && copy(chunk).isEmpty()) {
        invalidate();
      }
    }
  }

  /** Takes a chunk into the store; empty if that is full. */
  OptionalLong copy(long chunk) throws IOException {
    OptionalLong free = openedStore().allocate();
    if (free.isPresent()) {
      copyChunk(origin, chunk, cow, free.getAsLong());
      openedStore().commit(chunk, free.getAsLong());
      exceptions.put(chunk, free.getAsLong());
    }
    return free;
  }

  /** The store is full while the snapshot itself is written. */
  void overflow() throws IOException {
    if (setup.type() == SnapshotStore.Type.PERSISTENT_OVERFLOW) {
      state = State.OVERFLOW;
      events++;
    } else {
      invalidate();
    }
  }

  private void invalidate() throws IOException {
    state = State.INVALID;
    events++;
    openedStore().invalidate();
  }

  /**
   * Copies the latest run of chunks back into the origin.
   *
   * @return whether there was any
   */
  boolean mergeRun() throws IOException {
    synchronized (group) {
      if (!active || !usable()) {
        return false;
      }
      ExceptionStore.MergeRun run = openedStore().nextMerge();
      if (run.count() == 0) {
        return false;
      }
      for (long i = run.count() - 1; i >= 0; i--) {
        long chunk = run.lastOld() - i;
        group.copyBeforeWrite(chunk * chunkSize(), chunkSize());
        copyChunk(cow, run.lastNew() - i, origin, chunk);
      }
      origin.flush();
      openedStore().commitMerge(run.count());
      for (long i = 0; i < run.count(); i++) {
        exceptions.remove(run.lastOld() - i);
      }
      if (exceptions.isEmpty()) {
        events++;
      }
      return true;
    }
  }

  /** Copies a chunk, of which the origin's last may be shorter. */
  private void copyChunk(Storage from, long fromChunk, Storage to, long toChunk)
      throws IOException {
    long fromLeft = from.size().count() - fromChunk * chunkSize();
    long toLeft = to.size().count() - toChunk * chunkSize();
    long count = Math.min(chunkSize(), Math.min(fromLeft, toLeft));
    ByteBuffer data = ByteBuffer.allocate(Math.toIntExact(count * Sectors.BYTES));
    from.read(fromChunk * chunkSize(), data);
    to.write(toChunk * chunkSize(), data.flip());
  }

  private ExceptionStore openedStore() {
    return store.orElseThrow(() -> new IllegalStateException("snapshot used before its resume"));
  }

  void flush() throws IOException {
    cow.flush();
    origin.flush();
  }

  SnapshotStatus status() {
    synchronized (group) {
      if (state != State.ACTIVE) {
        return SnapshotStatus.of(state);
      }
      return store
          .map(opened -> new SnapshotStatus(State.ACTIVE, Optional.of(opened.usage())))
          .orElse(SnapshotStatus.of(State.UNKNOWN));
    }
  }

  long events() {
    return events;
  }
}
