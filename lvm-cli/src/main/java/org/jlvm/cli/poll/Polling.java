package org.jlvm.cli.poll;

import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;

/**
 * Follows operations that a command has begun, here or in a process of their own. To be called when
 * the command has given back its locks.
 */
public final class Polling {
  private final CommandContext context;
  private final ParsedCommand command;

  public Polling(CommandContext context, ParsedCommand command) {
    this.context = context;
    this.command = command;
  }

  /**
   * Follows operations of one kind, one after the other.
   *
   * @param background whether that is left to another process, as far as one can be started
   * @return the exit status
   */
  public int follow(PolledOperation operation, List<PollTarget> targets, boolean background) {
    PollSettings settings = PollSettings.of(command, context.settings(), context.console());
    if (background) {
      BackgroundPolling polling = new BackgroundPolling(context, command);
      if (polling.start(operation.kind(), operation.copesWithMissing(), targets)) {
        return ExitStatus.OK;
      }
    }
    return follow(operation, targets, settings);
  }

  /** The same in this process, as said. */
  public int follow(PolledOperation operation, List<PollTarget> targets, PollSettings settings) {
    PollLoop loop =
        new PollLoop(
            () -> CommandSession.open(context, command),
            context.process().gate()::pause,
            settings,
            context.console());
    int status = ExitStatus.OK;
    for (PollTarget target : targets) {
      status = Math.max(status, loop.follow(operation, target));
    }
    return status;
  }
}
