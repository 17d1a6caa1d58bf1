package org.jlvm.cli.move;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VgReader;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.move.Moves;
import org.jlvm.core.report.lvm.Percents;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.mirror.MoveProgress;
import org.jlvm.core.units.Sign;

/**
 * Looks after moves until they are done: tells how far they are, has the next segment copied when
 * one is done, and puts the volumes at their new places in the end. The group is locked only while
 * it is looked at.
 */
final class MovePolling {
  /** As long as nothing is to be told, events alone drive the move. */
  private static final Duration QUIET_LIMIT = Duration.ofSeconds(60);

  private final CommandSession commandSession;
  private final Session session;
  private final Messages messages;
  private final long interval;
  private final boolean waitFirst;
  private final boolean aborting;
  private long seen;

  /** A move that is looked after, by the name that messages give it. */
  record Move(VgCatalog.VgIdentity group, LvmId lv, String name) {}

  private enum Outcome {
    GOES_ON,
    ENDED,
    FAILED
  }

  private MovePolling(CommandSession commandSession, long interval, boolean waitFirst) {
    this.commandSession = commandSession;
    this.session = commandSession.session();
    this.messages = session.environment().messages();
    this.interval = interval;
    this.waitFirst = waitFirst;
    this.aborting = commandSession.command().has(Opt.ABORT);
  }

  static MovePolling of(CommandSession session) {
    long configured = session.settings().activation().pollingInterval();
    long interval = session.command().number(Opt.INTERVAL, configured);
    boolean waitFirst =
        session.command().value(Opt.INTERVAL).map(value -> value.sign() == Sign.PLUS).orElse(false);
    return new MovePolling(session, interval, waitFirst);
  }

  /** Looks after the moves until all have ended. */
  int run(List<Move> moves) {
    if (interval > 0 && !aborting) {
      messages.verbose(
          "Checking progress "
              + (waitFirst ? "after" : "before")
              + " waiting every "
              + interval
              + " seconds.");
    }
    int status = ExitStatus.OK;
    List<Move> open = new ArrayList<>(moves);
    boolean wait = waitFirst && !aborting;
    while (!open.isEmpty()) {
      if (wait) {
        await(open.get(0));
      }
      List<Move> left = new ArrayList<>(open.size());
      for (Move move : open) {
        Outcome outcome = look(move);
        if (outcome == Outcome.GOES_ON) {
          left.add(move);
        }
        status = outcome == Outcome.FAILED ? ExitStatus.FAILED : status;
      }
      open = left;
      wait = true;
    }
    return status;
  }

  /** Until the time is up or a segment is copied. */
  private void await(Move move) {
    Duration limit = interval == 0 ? QUIET_LIMIT : Duration.ofSeconds(interval);
    Optional<VgState> state = session.catalog().state(move.group().id());
    Optional<LogicalVolume> lv = state.flatMap(group -> group.vg().findLv(move.lv()));
    if (lv.isPresent()) {
      session.activation().awaitEvent(state.get(), lv.get(), seen, limit);
    }
  }

  private Outcome look(Move move) {
    session.rescan();
    session.activation().forget();
    try (VgReader.Opened opened =
        new VgReader(commandSession).require(move.group(), VgAccess.UPDATE)) {
      return look(move, opened.state());
    } catch (LvmException e) {
      if (!e.getMessage().isEmpty()) {
        messages.error(e.getMessage());
      }
      return Outcome.FAILED;
    } finally {
      session.activation().settle();
    }
  }

  private Outcome look(Move move, VgState state) {
    Optional<LogicalVolume> found =
        state.vg().findLv(move.lv()).filter(lv -> Moves.in(state.vg()).contains(lv));
    if (found.isEmpty()) {
      messages.info(move.name() + ": No pvmove in progress - already finished or aborted.");
      return Outcome.ENDED;
    }
    LogicalVolume lv = found.get();
    Activation activation = session.activation();
    if (!activation.status(state, lv).exists()) {
      messages.info(move.name() + ": Interrupted: No longer active.");
      return Outcome.ENDED;
    }
    if (aborting) {
      finish(state, lv);
      return Outcome.ENDED;
    }
    seen = activation.eventNumber(state, lv);
    return advance(move, state, lv);
  }

  private Outcome advance(Move move, VgState state, LogicalVolume lv) {
    Optional<MirrorSegment> running = MoveProgress.running(lv);
    TargetState.Mirror progress = new TargetState.Mirror(1, 1);
    if (running.isPresent()) {
      Optional<TargetState> target = session.activation().target(state, lv, running.get());
      if (target.isEmpty() || !(target.get() instanceof TargetState.Mirror mirror)) {
        throw new FailedException("ABORTING: Mirror percentage check failed.");
      }
      progress = mirror;
    }
    tell(move, lv, progress);
    if (progress.inSync() < progress.total()) {
      return Outcome.GOES_ON;
    }
    if (running.isEmpty()) {
      finish(state, lv);
      return Outcome.ENDED;
    }
    var next = Moves.advanced(state.vg(), lv);
    if (MoveProgress.running(next.lv(lv.id())).isEmpty()) {
      finish(state.with(next, Map.of()), next.lv(lv.id()));
      return Outcome.ENDED;
    }
    Plan plan = Plan.of(state.vg()).commit(next, List.of(lv.id())).add(new Step.Backup()).build();
    VgState after = new PlanExecutor(session).run(state, plan);
    seen = session.activation().eventNumber(after, lv);
    return Outcome.GOES_ON;
  }

  private void tell(Move move, LogicalVolume lv, TargetState.Mirror progress) {
    long done = MoveProgress.extentsDone(lv, progress.inSync(), progress.total());
    String text = move.name() + ": Moved: " + Percents.of(done, lv.extentCount()).text() + '%';
    if (interval > 0) {
      messages.info(text);
    } else {
      messages.verbose(text);
    }
  }

  /** Volumes go over to their final places; the temporary one is then unused and removed. */
  private void finish(VgState state, LogicalVolume lv) {
    List<LvmId> reload = new ArrayList<>(Moves.volumesIn(state.vg(), lv.id()));
    reload.add(lv.id());
    Plan.Builder plan = Plan.of(state.vg());
    plan.commit(Moves.detached(state.vg(), lv), reload);
    plan.add(new Step.Deactivate(lv.id()));
    plan.tell(Level.VERBOSE, "Removing temporary pvmove LV.");
    plan.commit(plan.now().withoutLvs(List.of(lv.id())));
    plan.add(new Step.Backup());
    new PlanExecutor(session).run(state, plan.build());
  }
}
