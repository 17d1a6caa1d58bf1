package org.jlvm.cli.session;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jlvm.activation.host.KeptFileLock;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.Hints;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Makes lvm2 forget its hints, once, before a command changes which devices are physical volumes or
 * which groups they are in. It must run with the global lock held, which lvm2 takes before that of
 * the hints. Closing gives the hints back.
 */
final class HintsReset implements Runnable, AutoCloseable {
  private final Hints hints;
  private final boolean locks;
  private final String command;
  private final Clock clock;
  private final Messages messages;
  private @Nullable KeptFileLock lock;
  private boolean done;

  /**
   * @param locks whether to take locks at all
   * @param command the author of the change
   */
  HintsReset(Hints hints, boolean locks, String command, Clock clock, Messages messages) {
    this.hints = hints;
    this.locks = locks;
    this.command = command;
    this.clock = clock;
    this.messages = messages;
  }

  /** Whether a command may make hints wrong; the list is lvm2's. */
  static boolean concerns(ParsedCommand command) {
    return switch (command.name()) {
      case "pvcreate",
          "pvremove",
          "vgcreate",
          "vgextend",
          "vgreduce",
          "vgremove",
          "vgrename",
          "vgsplit",
          "vgmerge",
          "vgimportclone",
          "vgimportdevices",
          "vgcfgrestore",
          "lvmdevices" ->
          true;
      case "pvchange" -> command.has(Opt.UUID);
      case "pvck" -> command.has(Opt.REPAIR) || command.has(Opt.REPAIRTYPE);
      default -> false;
    };
  }

  @Override
  public void run() {
    if (done) {
      return;
    }
    done = true;
    try {
      if (hints.exist() && locks) {
        hints.announce();
        lock = KeptFileLock.take(hints.file(), LockMode.EXCLUSIVE);
      }
      hints.clear(author());
    } catch (FailedException e) {
      if (hints.exist()) {
        throw e;
      }
      messages.debug(e.getMessage());
    }
  }

  private String author() {
    DateTimeFormatter ctime = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);
    return command
        + " pid "
        + ProcessHandle.current().pid()
        + ' '
        + ctime.format(ZonedDateTime.now(clock));
  }

  @Override
  public void close() {
    KeptFileLock held = lock;
    if (held != null) {
      held.close();
      lock = null;
    }
  }
}
