package org.jlvm.cli.poll;

import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LogicalVolume;

/**
 * Something that the driver does for a volume by itself, and that has to be followed and ended. It
 * is called with the group locked for writing and read anew each time.
 */
public interface PolledOperation {
  /** As {@code lvpoll --polloperation} calls it: {@code merge}. */
  String kind();

  /** What is told of the part that is done: {@code Merged}. */
  String title();

  /** Whether it goes on while the group lacks physical volumes. */
  default boolean copesWithMissing() {
    return false;
  }

  /** Whether the volume is of the kind that is followed; otherwise it counts as not there. */
  default boolean concerns(VgState state, LogicalVolume lv) {
    return true;
  }

  /** What is said if the volume is not there, or not concerned. */
  default String gone(PollTarget target) {
    return "Can't find LV in " + target.vg() + " for " + target.shownAs() + '.';
  }

  /**
   * How far it has come.
   *
   * @throws org.jlvm.core.error.FailedException if that cannot be told or it went wrong
   */
  Progress progress(Session session, VgState state, LogicalVolume lv);

  /**
   * Goes on to the next part, after {@link Progress.Stage#PART_DONE}.
   *
   * @throws org.jlvm.core.error.LvmException if that fails; {@link #finish} is called then
   */
  default void nextPart(Session session, VgState state, LogicalVolume lv) {
    throw new IllegalStateException(kind() + " has only one part");
  }

  /** Ends it: it is done, or, if the user wants so, taken back. */
  void finish(Session session, VgState state, LogicalVolume lv);
}
