package org.jlvm.dm.table;

import java.util.Optional;
import org.jlvm.core.units.Sectors;

/**
 * How full a snapshot's store is: {@code allocated/total metadata}, or a word if it cannot be used.
 *
 * @param usage present if the state is {@code ACTIVE}; sectors of the store, metadata included in
 *     allocated
 */
public record SnapshotStatus(State state, Optional<Usage> usage) implements TargetStatus {

  /** What has become of the snapshot. */
  public enum State {
    ACTIVE(""),
    /** Its store is full or broken: the contents are lost. */
    INVALID("Invalid"),
    MERGE_FAILED("Merge failed"),
    /** Full; only with the store type {@code PO}. */
    OVERFLOW("Overflow"),
    /** The store cannot tell. */
    UNKNOWN("Unknown");

    private final String text;

    State(String text) {
      this.text = text;
    }
  }

  /** Sectors of the exception store; of the allocated ones, {@code metadata} hold no data. */
  public record Usage(Sectors allocated, Sectors total, Sectors metadata) {}

  static SnapshotStatus parse(String text) {
    for (State state : State.values()) {
      if (state != State.ACTIVE && state.text.equals(text.strip())) {
        return new SnapshotStatus(state, Optional.empty());
      }
    }
    Words words = new Words("snapshot status", text);
    Ratio ratio = words.ratio();
    // drivers before 1.10 do not count metadata
    Sectors metadata = words.hasNext() ? words.sectors() : Sectors.ZERO;
    words.end();
    Usage usage = new Usage(Sectors.of(ratio.done()), Sectors.of(ratio.total()), metadata);
    return new SnapshotStatus(State.ACTIVE, Optional.of(usage));
  }

  public static SnapshotStatus of(State state) {
    return new SnapshotStatus(state, Optional.empty());
  }

  public static SnapshotStatus active(Sectors allocated, Sectors total, Sectors metadata) {
    return new SnapshotStatus(State.ACTIVE, Optional.of(new Usage(allocated, total, metadata)));
  }

  /** Nothing but the store's own metadata is left in it: a merge is finished. */
  public boolean merged() {
    return usage.isPresent() && usage.get().allocated().equals(usage.get().metadata());
  }

  @Override
  public String text() {
    if (usage.isEmpty()) {
      return state.text;
    }
    Usage u = usage.get();
    return u.allocated().count() + "/" + u.total().count() + " " + u.metadata().count();
  }
}
