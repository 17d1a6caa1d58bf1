package org.jlvm.cli.poll;

import java.time.Duration;
import org.jlvm.core.model.LvmId;

/** Waiting between two looks. */
@FunctionalInterface
interface PollWait {
  /** Looks begin: forgets the volumes that were watched. */
  default void begin() {
    // None is.
  }

  /** What the driver tells of this volume from now on ends the next pause. */
  default void watch(LvmId vg, LvmId lv) {
    // Only time counts.
  }

  /** Returns after that time, or earlier; false if the user does not want to wait. */
  boolean pause(Duration time);
}
