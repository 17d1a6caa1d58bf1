package org.jlvm.cli.monitor;

import java.util.List;
import org.jlvm.dm.DmInfo;

/** What the daemon does to the machine. */
interface Deeds {
  /**
   * Runs a command of this program and waits for its end.
   *
   * @return whether it succeeded
   */
  boolean run(List<String> words);

  /** Unmounts whatever is mounted from a device, even if it is in use. */
  void unmount(DmInfo device);
}
