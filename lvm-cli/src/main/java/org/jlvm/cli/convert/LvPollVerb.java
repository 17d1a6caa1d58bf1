package org.jlvm.cli.convert;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.move.MoveOperation;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.poll.BackgroundPolling;
import org.jlvm.cli.poll.Ending;
import org.jlvm.cli.poll.PollSettings;
import org.jlvm.cli.poll.PollTarget;
import org.jlvm.cli.poll.PolledOperation;
import org.jlvm.cli.poll.Polling;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.dm.jna.Libc;

/**
 * {@code lvpoll}: follows operations that another command has begun. lvm2's daemon for that runs it
 * with one volume; several are followed at the same time.
 */
public final class LvPollVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    PolledOperation operation = operation(command);
    VolumePaths paths = VolumePaths.of(context);
    List<PollTarget> targets = new ArrayList<>();
    for (String operand : command.operands()) {
      targets.add(PollTarget.named(operand, paths));
    }
    Polling polling = new Polling(context, command);
    if (context.process().variable(BackgroundPolling.VARIABLE).isEmpty()) {
      return polling.follow(operation, targets, PollSettings.ofLvpoll(command));
    }
    Libc system = new Libc();
    // What ends the terminal's other processes is not meant for this one.
    system.setsid();
    return polling.followAlone(
        operation,
        targets,
        PollSettings.ofBackground(command, context.settings()),
        (target, ending) -> log(system, operation, target, ending));
  }

  private static void log(
      Libc system, PolledOperation operation, PollTarget target, Ending ending) {
    system.syslog(
        ending.status() == ExitStatus.OK ? Libc.LOG_NOTICE : Libc.LOG_ERR,
        "lvm: " + operation.kind() + " of " + target.shownAs() + ": " + ending.text() + '.');
  }

  private static PolledOperation operation(ParsedCommand command) {
    String kind = command.string(Opt.POLLOPERATION, "");
    return switch (kind) {
      case MergeOperation.KIND -> new MergeOperation(true);
      case MoveOperation.KIND -> new MoveOperation();
      case MirrorOperation.KIND -> new MirrorOperation(command.has(Opt.HANDLEMISSINGPVS));
      case "merge_thin" ->
          throw new FailedException(
              "Following operations of kind " + kind + " is not part of jlvm yet.");
      default -> throw new UsageException("Unknown polling operation " + kind);
    };
  }
}
