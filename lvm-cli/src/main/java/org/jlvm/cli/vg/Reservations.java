package org.jlvm.cli.vg;

import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.config.LvmConfig;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;

/**
 * Persistent reservations of disks ({@code --setpersist}, {@code --persist}). They are not
 * supported: whoever wants them is refused, as lvm2 does where the host has no key for them.
 */
final class Reservations {
  private static final String UNSUPPORTED = "Persistent reservations are not supported.";

  private final CommandSession session;
  private final Messages messages;

  Reservations(CommandSession session) {
    this.session = session;
    messages = session.session().environment().messages();
  }

  /**
   * Looks at what a new group is to require.
   *
   * @throws UsageException if it is not understood
   * @throws FailedException if it is more than nothing
   */
  void checkSettings() {
    boolean wanted = false;
    for (String word : session.command().string(Opt.SETPERSIST, "").split(",", -1)) {
      switch (word) {
        case "", "n", "norequire", "noautostart", "noptpl" -> {}
        case "y", "require", "autostart", "ptpl" -> wanted = true;
        default -> throw new UsageException("Unknown setpersist option value: " + word);
      }
    }
    if (wanted) {
      requireKey("A local pr_key or host_id is required to use PR (see lvmlocal.conf).");
      throw new FailedException(UNSUPPORTED);
    }
  }

  /** A change of what a group requires, which always fails. */
  int changeSettings() {
    try {
      checkSettings();
    } catch (UsageException e) {
      throw new FailedException(e.getMessage(), e);
    }
    requireKey("No PR key source.", "Cannot change settings while other hosts have PR started.");
    throw new FailedException(UNSUPPORTED);
  }

  /**
   * Refuses to start one before a group is used; nothing else is asked for where another command
   * has {@code --persist}, and there is nothing to stop.
   */
  void checkStart() {
    if (session.command().string(Opt.PERSIST, "").equals("start")) {
      requireKey(
          "No pr_key or host_id configured (see lvmlocal.conf).",
          "Failed to start persistent reservation.");
      throw new FailedException(UNSUPPORTED);
    }
  }

  /** What {@code vgchange --persist} alone does; gives an exit status. */
  int act() {
    switch (session.command().string(Opt.PERSIST, "")) {
      case "stop" -> {
        // None can have been started here.
      }
      case "start" -> {
        requireKey("No pr_key or host_id configured (see lvmlocal.conf).");
        throw new FailedException(UNSUPPORTED);
      }
      case "check" -> {
        requireKey("No pr_key or host_id configured.");
        throw new FailedException(UNSUPPORTED);
      }
      case "read", "remove", "clear", "autostart" -> throw new FailedException(UNSUPPORTED);
      default -> throw new FailedException("Unknown persist action.");
    }
    return ExitStatus.OK;
  }

  private void requireKey(String... complaints) {
    LvmConfig config = session.settings().config();
    boolean configured =
        !config.string("local/pr_key", "").isEmpty() || config.integer("local/host_id", 0) != 0;
    if (configured) {
      return;
    }
    for (int i = 0; i < complaints.length - 1; i++) {
      messages.error(complaints[i]);
    }
    throw new FailedException(complaints[complaints.length - 1]);
  }
}
