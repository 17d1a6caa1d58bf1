package org.jlvm.cli.command;

/** Exit statuses, lvm2's. */
public final class ExitStatus {
  public static final int OK = 0;
  public static final int NO_SUCH_COMMAND = 2;
  public static final int INVALID_COMMAND_LINE = 3;
  public static final int INITIALIZATION_FAILED = 4;
  public static final int FAILED = 5;

  private ExitStatus() {}
}
