package org.jlvm.cli.poll;

import org.jlvm.cli.command.ExitStatus;

/** How the following of an operation ended. */
public enum Ending {
  FINISHED(ExitStatus.OK, "finished"),
  TAKEN_BACK(ExitStatus.OK, "taken back"),
  /** Somebody else has ended it, or removed the volume. */
  GONE(ExitStatus.OK, "not under way any more"),
  INACTIVE(ExitStatus.OK, "left alone, as the volume is not active any more"),
  /** Another process in the background was there first. */
  FOLLOWED(ExitStatus.OK, "left to the process that follows it already"),
  INTERRUPTED(ExitStatus.FAILED, "left alone, as this process was told to end"),
  FAILED(ExitStatus.FAILED, "failed");

  private final int status;
  private final String text;

  Ending(int status, String text) {
    this.status = status;
    this.text = text;
  }

  /** The exit status; it is no failure if others have ended it. */
  public int status() {
    return status;
  }

  /** As the system's log has it. */
  public String text() {
    return text;
  }
}
