package org.jlvm.cli.poll;

import org.jlvm.core.model.LvmId;

/**
 * Sees to it that an operation is followed by one process in the background and not by more. To be
 * called with the group locked for writing, so that nobody leaves it to a process that is about to
 * end.
 */
interface Followers {
  /**
   * Begins to follow what goes on in a volume.
   *
   * @return false if another process does
   */
  boolean enter(LvmId vg, LvmId lv);

  void leave(LvmId vg, LvmId lv);

  /** As many as there are, as for commands whose user wants to see the progress. */
  Followers ANY =
      new Followers() {
        @Override
        public boolean enter(LvmId vg, LvmId lv) {
          return true;
        }

        @Override
        public void leave(LvmId vg, LvmId lv) {
          // Nobody is kept away.
        }
      };
}
