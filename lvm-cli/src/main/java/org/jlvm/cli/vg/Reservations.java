package org.jlvm.cli.vg;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.VgAccess;
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
   * Whether a group is to require one, or to have it started.
   *
   * @throws UsageException if what is said is not understood
   */
  boolean areWanted() {
    String text = session.command().string(Opt.SETPERSIST, "");
    Set<String> words = new HashSet<>(List.of(text.split(",", -1)));
    for (String word : words) {
      switch (word) {
        case "",
            "y",
            "n",
            "require",
            "norequire",
            "autostart",
            "noautostart",
            "ptpl",
            "noptpl" -> {}
        default -> throw new UsageException("Unknown setpersist option value: " + word);
      }
    }
    if (words.contains("y") && words.contains("n")
        || contradict(words, "require")
        || contradict(words, "autostart")
        || contradict(words, "ptpl")) {
      throw new UsageException("Invalid setpersist option combination: " + text);
    }
    return words.contains("y")
        || words.contains("require")
        || words.contains("autostart")
        || words.contains("ptpl");
  }

  /** What a new group is to have; see {@link #areWanted}. */
  boolean areWantedForNewGroup() {
    ParsedCommand command = session.command();
    boolean wanted = areWanted();
    String lock = command.string(Opt.LOCKTYPE, "none");
    boolean shared = command.has(Opt.SHARED) || lock.equals("sanlock") || lock.equals("dlm");
    if (shared && !wanted && command.has(Opt.PERSIST)) {
      throw new UsageException("A shared VG should include --setpersist y|require to use PR.");
    }
    return wanted || command.has(Opt.PERSIST);
  }

  private static boolean contradict(Set<String> words, String word) {
    return words.contains(word) && words.contains("no" + word);
  }

  /** Refuses to make a group of devices that would have to be reserved. */
  void checkDevices(List<String> devices) {
    requireKey("A local pr_key or host_id is required to use PR (see lvmlocal.conf).");
    throw new FailedException(
        devices.isEmpty()
            ? UNSUPPORTED
            : "Persistent reservation not supported for device type " + devices.get(0));
  }

  /** A change of what a group requires, which always fails. */
  int changeSettings() {
    try {
      if (areWanted()) {
        requireKey("A local pr_key or host_id is required to use PR (see lvmlocal.conf).");
        throw new FailedException(UNSUPPORTED);
      }
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

  /** What {@code vgchange --persist} alone needs. */
  VgAccess access() {
    String action = session.command().string(Opt.PERSIST, "");
    VgAccess access = VgAccess.READ.withoutExported();
    return action.equals("check") || action.equals("read") ? access.withForeign() : access;
  }

  /** What {@code vgchange --persist} alone does; gives an exit status. */
  int act() {
    switch (session.command().string(Opt.PERSIST, "")) {
      case "stop", "autostart" -> {
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
      case "remove" -> {
        requireKeyToRemove();
        requireKey("No PR key source.");
        throw new FailedException("persistent reservation remove failed: " + UNSUPPORTED);
      }
      case "clear" -> {
        confirmClearing();
        requireKey("No PR key source.");
        throw new FailedException("persistent reservation clear failed: " + UNSUPPORTED);
      }
      case "read" ->
          throw new FailedException("persistent reservation read failed: " + UNSUPPORTED);
      default -> throw new FailedException("Unknown persist action.");
    }
    return ExitStatus.OK;
  }

  private void requireKeyToRemove() {
    Optional<String> key = session.command().string(Opt.REMOVEKEY);
    if (key.isEmpty()) {
      throw new FailedException("A key to remove is required (see --removekey).");
    }
  }

  private void confirmClearing() {
    if (!session.command().has(Opt.YES)
        && !session
            .session()
            .environment()
            .prompter()
            .confirm("WARNING: clearing PR may disrupt ongoing activity. Continue?")) {
      throw new FailedException("PR not cleared.");
    }
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
