package org.jlvm.cli.poll;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VgReader;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;

/**
 * Looks at an operation time and again until it is done, and ends it then. Between two looks no
 * lock is held and nothing is remembered of the devices, so that others may do what they want.
 */
final class PollLoop {
  private final Supplier<CommandSession> sessions;
  private final Pause pause;
  private final PollSettings settings;
  private final Messages messages;

  /** Waiting. */
  @FunctionalInterface
  interface Pause {
    /** Returns after that time, or earlier and false if the user does not want to wait. */
    boolean pause(Duration time);
  }

  /**
   * @param sessions opens a session for each look
   */
  PollLoop(
      Supplier<CommandSession> sessions, Pause pause, PollSettings settings, Messages messages) {
    this.sessions = sessions;
    this.pause = pause;
    this.settings = settings;
    this.messages = messages;
  }

  /** What a look has come to: the exit status at the end, or nothing while it goes on. */
  private record Look(Optional<Integer> status, PollTarget target) {
    static Look end(int status, PollTarget target) {
      return new Look(Optional.of(status), target);
    }

    static Look goOn(PollTarget target) {
      return new Look(Optional.empty(), target);
    }
  }

  /**
   * Follows an operation to its end.
   *
   * @return the exit status; it is no failure if others have ended it
   */
  int follow(PolledOperation operation, PollTarget wanted) {
    PollTarget target = wanted;
    boolean waits = settings.waitsFirst();
    while (true) {
      // A volume that is not known yet is looked up at once, to see that it is there.
      if (waits && target.id().isPresent() && !settings.aborting()) {
        if (!pause.pause(settings.pause())) {
          messages.error("ABORTING: Polling interrupted for " + target.shownAs() + '.');
          return ExitStatus.FAILED;
        }
      }
      boolean only = waits && target.id().isEmpty();
      Look look = look(operation, target, only);
      if (look.status().isPresent()) {
        return look.status().get();
      }
      target = look.target();
      waits = true;
    }
  }

  private Look look(PolledOperation operation, PollTarget target, boolean onlyLookUp) {
    try (CommandSession session = sessions.get()) {
      VgAccess access =
          operation.copesWithMissing() ? VgAccess.UPDATE.withMissing() : VgAccess.UPDATE;
      VgReader.Result result = new VgReader(session).open(target.vg(), access);
      if (result.opened().isEmpty()) {
        return unreadable(result.refusal().orElseThrow(), target);
      }
      try (VgReader.Opened opened = result.opened().get()) {
        return look(session.session(), opened.state(), operation, target, onlyLookUp);
      }
    }
  }

  private Look unreadable(VgReader.Refusal refusal, PollTarget target) {
    messages.error(VgReader.text(refusal));
    if (refusal instanceof VgReader.Refusal.NotFound) {
      messages.info("Can't find VG " + target.shownAs() + ". No longer active.");
      return Look.end(ExitStatus.OK, target);
    }
    messages.error("ABORTING: Can't reread VG for " + target.shownAs() + '.');
    return Look.end(ExitStatus.FAILED, target);
  }

  private Look look(
      Session session,
      VgState state,
      PolledOperation operation,
      PollTarget target,
      boolean onlyLookUp) {
    Optional<LogicalVolume> found = target.find(state).filter(lv -> operation.concerns(state, lv));
    if (found.isEmpty()) {
      messages.info(operation.gone(target));
      return Look.end(ExitStatus.OK, target);
    }
    LogicalVolume known = found.get();
    if (onlyLookUp) {
      return Look.goOn(target.withId(known.id()));
    }
    if (!session.activation().status(state, known).exists()) {
      messages.info(target.shownAs() + ": Interrupted: No longer active.");
      return Look.end(ExitStatus.OK, target);
    }
    try {
      Optional<Integer> status = advance(session, state, operation, target, known);
      return new Look(status, target.withId(known.id()));
    } catch (LvmException e) {
      messages.error(e.getMessage());
      return Look.end(ExitStatus.FAILED, target);
    }
  }

  /** The exit status once it is done. */
  private Optional<Integer> advance(
      Session session,
      VgState state,
      PolledOperation operation,
      PollTarget target,
      LogicalVolume lv) {
    if (settings.aborting()) {
      operation.finish(session, state, lv);
      return Optional.of(ExitStatus.OK);
    }
    Progress progress = operation.progress(session, state, lv);
    if (progress.percent().isPresent()) {
      messages.show(
          settings.shown() ? Level.INFO : Level.VERBOSE,
          target.shownAs() + ": " + operation.title() + ": " + progress.percent().get() + '%');
    }
    return switch (progress.stage()) {
      case UNDER_WAY -> Optional.empty();
      case PART_DONE -> nextPart(session, state, operation, lv);
      case ALL_DONE -> {
        operation.finish(session, state, lv);
        yield Optional.of(ExitStatus.OK);
      }
    };
  }

  private Optional<Integer> nextPart(
      Session session, VgState state, PolledOperation operation, LogicalVolume lv) {
    try {
      operation.nextPart(session, state, lv);
      return Optional.empty();
    } catch (LvmException e) {
      messages.error(e.getMessage());
      messages.error("ABORTING: Segment progression failed.");
      operation.finish(session, state, lv);
      return Optional.of(ExitStatus.FAILED);
    }
  }
}
