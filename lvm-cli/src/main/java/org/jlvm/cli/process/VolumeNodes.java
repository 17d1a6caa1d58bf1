package org.jlvm.cli.process;

import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.message.Messages;

/** The nodes of logical volumes below the directory of devices. The kernel or udev makes them. */
public final class VolumeNodes {
  private VolumeNodes() {}

  /**
   * Makes sure that there is somebody who makes them; if not, says so.
   *
   * @return an exit status
   */
  public static int check(CommandSession session) {
    if (session.isOnImages() || session.session().activation().isAvailable()) {
      return ExitStatus.OK;
    }
    Messages messages = session.session().environment().messages();
    messages.error("Failure to communicate with kernel device-mapper driver.");
    messages.error("Check that device-mapper is available in the kernel.");
    return ExitStatus.FAILED;
  }
}
