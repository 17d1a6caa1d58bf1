package org.jlvm.cli.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.lv.RaidWork;
import org.jlvm.cli.poll.PollTarget;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.lv.SnapshotLink;
import org.jlvm.core.plan.raid.RaidTracking;
import org.jlvm.core.segtype.LvRelations;

/** {@code --merge}: brings what snapshots have kept back into their origins. */
final class SnapshotMerge implements Conversion {
  @Override
  public Outcome run(CommandSession session) {
    Merging merging = new Merging(session);
    int status =
        new EachLv(session, VgAccess.UPDATE)
            .run(
                operands(session),
                false,
                false,
                (state, lv) -> true,
                (state, lv, named) -> merging.merge(state, lv),
                merging::backUp);
    return new Outcome(
        status,
        merging.started.isEmpty()
            ? Optional.empty()
            : Optional.of(new Followed(new MergeOperation(false), merging.started)));
  }

  private static List<String> operands(CommandSession session) {
    List<String> given = session.command().operands();
    return session.command().formId().equals("lvconvert_merge")
        ? given
        : new ConvertOperands(session).volume(given);
  }

  private static final class Merging {
    private final CommandSession commandSession;
    private final Session session;
    private final Messages messages;
    private final List<PollTarget> started = new ArrayList<>();
    private boolean changed;

    Merging(CommandSession commandSession) {
      this.commandSession = commandSession;
      session = commandSession.session();
      messages = session.environment().messages();
    }

    EachLv.Outcome merge(VgState state, LogicalVolume lv) {
      try {
        Optional<LvRelations.Snapshot> snapshot = LvRelations.of(state.vg()).snapshotOfCow(lv.id());
        if (snapshot.isEmpty()) {
          // What was split off a raid1 to be merged back is read-only until then.
          if (lv.flags().has(Flag.WRITE)) {
            throw new FailedException(
                path(state, lv) + " cannot be merged because --trackchanges was not used.");
          }
          return EachLv.Outcome.done(
              new RaidWork(commandSession, state, lv).run(RaidTracking.merge(state.vg(), lv)));
        }
        return EachLv.Outcome.done(merge(state, lv, snapshot.get()));
      } catch (LvmException e) {
        messages.error(e.getMessage());
        return EachLv.Outcome.failed(state);
      }
    }

    /** Once, when all volumes of a group are done. */
    int backUp(VgState state) {
      if (changed) {
        session.backup(state);
        changed = false;
      }
      return ExitStatus.OK;
    }

    private VgState merge(VgState state, LogicalVolume store, LvRelations.Snapshot snapshot) {
      LogicalVolume origin = state.vg().lv(snapshot.segment().origin());
      requireAllowed(state, store, origin, snapshot);
      session.archive(state);
      boolean later = isOpen(state, store, origin);
      List<LvmId> reload = later ? List.of() : List.of(origin.id());
      Plan plan =
          Plan.of(state.vg()).commit(SnapshotLink.merging(state.vg(), snapshot), reload).build();
      VgState after = new PlanExecutor(session).run(state, plan);
      changed = true;
      if (later || !MergeOperation.isRunning(session, after, origin)) {
        messages.info(
            "Merging of snapshot "
                + path(state, store)
                + " will occur on next activation of "
                + path(state, origin)
                + '.');
      } else {
        started.add(PollTarget.of(after, origin));
        messages.info("Merging of volume " + path(state, store) + " started.");
      }
      return after;
    }

    private void requireAllowed(
        VgState state, LogicalVolume store, LogicalVolume origin, LvRelations.Snapshot snapshot) {
      String merge = "Cannot merge snapshot " + path(state, store) + " into the ";
      if (LvRelations.of(state.vg()).mergingInto(origin.id()).isPresent()) {
        throw new FailedException(
            merge
                + "origin "
                + path(state, origin)
                + " with merging snapshot "
                + path(state, snapshot.hidden())
                + '.');
      }
      if (!origin.flags().has(Flag.WRITE)) {
        throw new FailedException(
            merge + "read-only origin " + path(state, origin) + ". (Use lvchange -p rw).");
      }
      boolean live = session.activation().status(state, store).liveTable();
      if (live && !isValid(session.activation().target(state, store, store.firstSegment()))) {
        throw new FailedException(
            "Unable to merge invalidated snapshot LV " + path(state, store) + '.');
      }
      if (!session.activation().isAvailable()) {
        throw new FailedException("Can't initialize snapshot merge. Missing support in kernel?");
      }
    }

    private static boolean isValid(Optional<TargetState> target) {
      return target.isPresent()
          && target.get() instanceof TargetState.Snapshot state
          && !state.invalid();
    }

    /** Whoever has one of the two open would see its contents change below him. */
    private boolean isOpen(VgState state, LogicalVolume store, LogicalVolume origin) {
      if (!session.activation().status(state, origin).exists()) {
        return false;
      }
      if (session.activation().whyInUse(state, origin).isPresent()) {
        messages.info("Delaying merge since origin is open.");
        return true;
      }
      if (session.activation().whyInUse(state, store).isPresent()) {
        messages.info("Delaying merge since snapshot is open.");
        return true;
      }
      return false;
    }

    private static String path(VgState state, LogicalVolume lv) {
      return state.vg().name() + "/" + lv.name();
    }
  }
}
