package org.jlvm.core.engine.activation;

import java.util.Optional;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LogicalVolume;

/** Has the devices of volumes watched for failures and for lack of space, by a daemon. */
public interface VolumeMonitor {
  /** What is known of one device. */
  enum State {
    WATCHED,
    UNWATCHED,
    /** The daemon is about to begin or to end. */
    PENDING
  }

  /**
   * Has everything that can be watched of an active volume watched: its snapshots, the mirrors and
   * arrays that it is made of.
   *
   * @return false if something could not be done, which is told
   */
  boolean watch(VgState vg, LogicalVolume lv);

  /** The same the other way round. */
  boolean unwatch(VgState vg, LogicalVolume lv);

  /**
   * Of a snapshot, by its store, or of a volume that is a mirror or an array; empty if there is
   * nothing to watch.
   */
  Optional<State> state(VgState vg, LogicalVolume lv);
}
