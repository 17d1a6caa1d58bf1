package org.jlvm.cli.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VgReader;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;

/**
 * Looks at an operation time and again until it is done, and ends it then. Between two looks no
 * lock is held and nothing is remembered of the devices, so that others may do what they want.
 */
final class PollLoop {
  private final Supplier<CommandSession> sessions;
  private final PollWait waiting;
  private final PollSettings settings;
  private final Followers followers;
  private final ProgressDisplay display;
  private final Messages messages;

  /**
   * @param sessions opens a session for each look
   */
  PollLoop(
      Supplier<CommandSession> sessions,
      PollWait waiting,
      PollSettings settings,
      Followers followers,
      ProgressDisplay display,
      Messages messages) {
    this.sessions = sessions;
    this.waiting = waiting;
    this.settings = settings;
    this.followers = followers;
    this.display = display;
    this.messages = messages;
  }

  /** What a look has come to: the end, or nothing while it goes on. */
  private record Look(Optional<Ending> ending, PollTarget target) {
    static Look end(Ending ending, PollTarget target) {
      return new Look(Optional.of(ending), target);
    }

    static Look goOn(PollTarget target) {
      return new Look(Optional.empty(), target);
    }
  }

  /**
   * Follows operations to their ends, all at the same time.
   *
   * @param ended is told each end as it comes
   */
  void follow(
      PolledOperation operation, List<PollTarget> wanted, BiConsumer<PollTarget, Ending> ended) {
    List<PollTarget> left = wanted;
    boolean waits = settings.waitsFirst();
    while (!left.isEmpty()) {
      // A volume that is not known yet is looked up at once, to see that it is there.
      boolean known = left.get(0).id().isPresent();
      if (waits && known && !settings.aborting() && !waiting.pause(settings.pause())) {
        for (PollTarget target : left) {
          messages.error("ABORTING: Polling interrupted for " + target.shownAs() + '.');
          ended.accept(target, Ending.INTERRUPTED);
        }
        return;
      }
      waiting.begin();
      List<PollTarget> goingOn = new ArrayList<>(left.size());
      for (PollTarget target : left) {
        Look look = look(operation, target, waits && !known);
        look.ending().ifPresent(ending -> ended.accept(look.target(), ending));
        if (look.ending().isEmpty()) {
          goingOn.add(look.target());
        }
      }
      left = goingOn;
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
        Look look = look(session.session(), opened.state(), operation, target, onlyLookUp);
        if (look.ending().isPresent() && look.target().id().isPresent()) {
          followers.leave(opened.state().vg().id(), look.target().id().get());
        }
        return look;
      }
    }
  }

  private Look unreadable(VgReader.Refusal refusal, PollTarget target) {
    messages.error(VgReader.text(refusal));
    if (refusal instanceof VgReader.Refusal.NotFound) {
      messages.info("Can't find VG " + target.shownAs() + ". No longer active.");
      return Look.end(Ending.GONE, target);
    }
    messages.error("ABORTING: Can't reread VG for " + target.shownAs() + '.');
    return Look.end(Ending.FAILED, target);
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
      return Look.end(Ending.GONE, target);
    }
    LogicalVolume lv = found.get();
    PollTarget known = target.withId(lv.id());
    if (!followers.enter(state.vg().id(), lv.id())) {
      return Look.end(Ending.FOLLOWED, target);
    }
    if (onlyLookUp) {
      return Look.goOn(known);
    }
    waiting.watch(state.vg().id(), lv.id());
    if (!session.activation().status(state, lv).exists()) {
      messages.info(target.shownAs() + ": Interrupted: No longer active.");
      return Look.end(Ending.INACTIVE, known);
    }
    try {
      return new Look(advance(session, state, operation, target, lv), known);
    } catch (LvmException e) {
      messages.error(e.getMessage());
      return Look.end(Ending.FAILED, known);
    }
  }

  /** The end, if it has come. */
  private Optional<Ending> advance(
      Session session,
      VgState state,
      PolledOperation operation,
      PollTarget target,
      LogicalVolume lv) {
    if (settings.aborting()) {
      operation.finish(session, state, lv);
      return Optional.of(Ending.TAKEN_BACK);
    }
    Progress progress = operation.progress(session, state, lv);
    progress.measure().ifPresent(measure -> display.show(target, operation, measure));
    return switch (progress.stage()) {
      case UNDER_WAY -> Optional.empty();
      case PART_DONE -> nextPart(session, state, operation, lv);
      case ALL_DONE -> {
        operation.finish(session, state, lv);
        yield Optional.of(Ending.FINISHED);
      }
    };
  }

  private Optional<Ending> nextPart(
      Session session, VgState state, PolledOperation operation, LogicalVolume lv) {
    try {
      operation.nextPart(session, state, lv);
      return Optional.empty();
    } catch (LvmException e) {
      messages.error(e.getMessage());
      messages.error("ABORTING: Segment progression failed.");
      operation.finish(session, state, lv);
      return Optional.of(Ending.FAILED);
    }
  }
}
