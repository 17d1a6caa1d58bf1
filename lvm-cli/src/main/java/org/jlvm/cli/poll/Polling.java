package org.jlvm.cli.poll;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jlvm.activation.live.VolumeEvents;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.DriverEvents;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.online.OnlineFiles;

/**
 * Follows operations that a command has begun, here or in a process of their own. To be called when
 * the command has given back its locks.
 */
public final class Polling {
  private static final Path FOLLOWED = OnlineFiles.RUN_DIRECTORY.resolve("followed");

  private final CommandContext context;
  private final ParsedCommand command;

  public Polling(CommandContext context, ParsedCommand command) {
    this.context = context;
    this.command = command;
  }

  /**
   * Follows operations of one kind.
   *
   * @param background whether that is left to another process, as far as one can be started
   * @return the exit status
   */
  public int follow(PolledOperation operation, List<PollTarget> targets, boolean background) {
    PollSettings settings = PollSettings.of(command, context.settings(), context.console());
    if (background) {
      BackgroundPolling polling = new BackgroundPolling(context, command);
      if (targets.isEmpty()
          || polling.start(operation.kind(), operation.copesWithMissing(), targets)) {
        return ExitStatus.OK;
      }
    }
    boolean drawn = targets.size() == 1 && context.console().canRedraw();
    boolean often = drawn && settings.shown() && !command.has(Opt.INTERVAL);
    Ends ends = new Ends((target, ending) -> {});
    follow(operation, targets, often ? settings.often() : settings, Followers.ANY, drawn, ends);
    return ends.status;
  }

  /** The same in this process, as said. */
  public int follow(PolledOperation operation, List<PollTarget> targets, PollSettings settings) {
    Ends ends = new Ends((target, ending) -> {});
    follow(operation, targets, settings, Followers.ANY, false, ends);
    return ends.status;
  }

  /**
   * Follows, in this process, those operations that no other one follows in the background.
   *
   * @param ended is told each end as it comes
   */
  public int followAlone(
      PolledOperation operation,
      List<PollTarget> targets,
      PollSettings settings,
      BiConsumer<PollTarget, Ending> ended) {
    Ends ends = new Ends(ended);
    follow(operation, targets, settings, new LockedFollowers(FOLLOWED), false, ends);
    return ends.status;
  }

  private void follow(
      PolledOperation operation,
      List<PollTarget> targets,
      PollSettings settings,
      Followers followers,
      boolean drawn,
      Ends ends) {
    if (targets.isEmpty()) {
      return;
    }
    Optional<VolumeEvents> events =
        settings.hasty() ? DriverEvents.of(context, command) : Optional.empty();
    new PollLoop(
            () -> CommandSession.open(context, command),
            new EventWait(context.process().gate(), events),
            settings,
            followers,
            new ProgressDisplay(
                context.console(), context.log(), settings.shown(), drawn, System::nanoTime),
            context.console())
        .follow(operation, targets, ends);
  }

  /** The worst that has come of it. */
  private static final class Ends implements BiConsumer<PollTarget, Ending> {
    private final BiConsumer<PollTarget, Ending> next;
    private int status = ExitStatus.OK;

    Ends(BiConsumer<PollTarget, Ending> next) {
      this.next = next;
    }

    @Override
    public void accept(PollTarget target, Ending ending) {
      status = Math.max(status, ending.status());
      next.accept(target, ending);
    }
  }
}
