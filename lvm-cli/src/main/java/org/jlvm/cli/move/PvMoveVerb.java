package org.jlvm.cli.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.poll.PollTarget;
import org.jlvm.cli.poll.Polling;
import org.jlvm.cli.process.EachPv;
import org.jlvm.cli.process.EachVg;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.move.Moves;
import org.jlvm.core.segtype.LvRelations;

/** {@code pvmove}: moves extents to other physical volumes while their volumes are in use. */
public final class PvMoveVerb implements Verb {
  /** What lvm2 calls the group of physical volumes that are in none. */
  private static final String NO_GROUP = "#orphans_lvm2";

  @Override
  public int run(CommandContext context, ParsedCommand command) {
    List<PollTarget> moves;
    int status;
    try (CommandSession session = CommandSession.open(context, command)) {
      Moving moving = new Moving(session, command);
      moves = moving.moves();
      status = moving.status;
      if (status != ExitStatus.OK || session.session().environment().testMode()) {
        return status;
      }
    }
    return new Polling(context, command)
        .follow(new MoveOperation(), moves, command.has(Opt.BACKGROUND));
  }

  private static final class Moving {
    private final CommandSession session;
    private final ParsedCommand command;
    private final Messages messages;
    private final List<PollTarget> interrupted = new ArrayList<>();
    private int status = ExitStatus.OK;

    Moving(CommandSession session, ParsedCommand command) {
      this.session = session;
      this.command = command;
      messages = session.session().environment().messages();
    }

    /** The moves to look after, the one that was asked for begun. */
    List<PollTarget> moves() {
      MoveBeginning.requireDriver(session);
      List<String> operands = command.operands();
      if (operands.isEmpty()) {
        status =
            new EachVg(session, VgAccess.UPDATE).run(List.of(), true, state -> true, this::all);
        return interrupted;
      }
      String source = MoveOperands.device(operands.get(0));
      boolean aborting = command.has(Opt.ABORT);
      Source found = new Source(source, operands.subList(1, operands.size()), aborting);
      VgAccess access = aborting ? VgAccess.UPDATE.withMissing() : VgAccess.UPDATE;
      new EachPv(session, access).run(List.of(source), (state, pv) -> true, found);
      status = found.status;
      if (status == ExitStatus.INVALID_COMMAND_LINE) {
        throw new UsageException("");
      }
      return found.move.map(List::of).orElse(List.of());
    }

    /** The physical volume that extents go away from. */
    private final class Source implements EachPv.Action {
      private final String source;
      private final List<String> targets;
      private final boolean aborting;
      private Optional<PollTarget> move = Optional.empty();

      /** That of a volume that is not found. */
      private int status;

      Source(String source, List<String> targets, boolean aborting) {
        this.source = source;
        this.targets = targets;
        this.aborting = aborting;
        status = aborting ? ExitStatus.FAILED : ExitStatus.INVALID_COMMAND_LINE;
      }

      @Override
      public EachPv.Outcome member(VgState before, PhysicalVolume pv) {
        status = ExitStatus.OK;
        try {
          VgState state = inOrder(before);
          move = aborting ? toAbort(state, pv) : begun(state);
        } catch (UsageException e) {
          messages.error(e.getMessage());
          status = ExitStatus.INVALID_COMMAND_LINE;
        } catch (LvmException e) {
          messages.error(e.getMessage());
          status = ExitStatus.FAILED;
        }
        return status == ExitStatus.OK
            ? EachPv.Outcome.done(before)
            : EachPv.Outcome.failed(before);
      }

      private Optional<PollTarget> toAbort(VgState state, PhysicalVolume pv) {
        Optional<LogicalVolume> found = Moves.from(state.vg(), pv.id());
        if (found.isEmpty()) {
          tellNothing(state.pvName(pv));
        }
        return found.map(lv -> target(state, lv, source));
      }

      private Optional<PollTarget> begun(VgState state) {
        return Optional.of(new MoveBeginning(session, state, source).run(targets));
      }

      /** Nothing of it is in use, and nothing can go there. */
      @Override
      public int orphan(ScannedPv pv) {
        if (aborting) {
          tellNothing(pv.device().name());
          status = ExitStatus.OK;
          return status;
        }
        try {
          Optional<String> name = command.string(Opt.NAME);
          if (name.isPresent()) {
            MovedName.of(name.get(), NO_GROUP, VolumePaths.of(session), messages);
          }
          messages.error(
              name.isPresent()
                  ? "Logical volume " + name.get() + " not found."
                  : new UngroupedMove(session.session(), NO_GROUP)
                      .whyNothing(command.operands().get(0), targets));
          status = ExitStatus.FAILED;
        } catch (UsageException e) {
          messages.error(e.getMessage());
          status = ExitStatus.INVALID_COMMAND_LINE;
        }
        return status;
      }

      private void tellNothing(String pv) {
        messages.info(pv + ": No pvmove in progress - already finished or aborted.");
      }
    }

    private static PollTarget target(VgState state, LogicalVolume move, String shownAs) {
      return new PollTarget(
          state.vg().name().value(), move.name().value(), Optional.of(move.id()), shownAs);
    }

    /**
     * Puts devices in order as the metadata have them, and takes away what is left of moves that
     * are done: whoever began or ended one may have been killed at it.
     */
    private VgState inOrder(VgState state) {
      List<LogicalVolume> spent = Moves.leftOver(state.vg());
      if (spent.isEmpty() && Moves.in(state.vg()).isEmpty()) {
        return state;
      }
      Activation activation = session.session().activation();
      LvRelations relations = LvRelations.of(state.vg());
      for (LogicalVolume lv : state.vg().lvs()) {
        boolean own = relations.isVisible(lv) && !relations.isCow(lv.id());
        if (own && activation.status(state, lv).exists()) {
          activation.activate(state, lv.id(), Step.ActivationRequest.PLAIN);
        }
      }
      return without(state, spent);
    }

    private VgState without(VgState state, List<LogicalVolume> spent) {
      if (spent.isEmpty()) {
        return state;
      }
      List<LvmId> gone = new ArrayList<>(spent.size());
      Plan.Builder plan = Plan.of(state.vg());
      for (LogicalVolume lv : spent) {
        gone.add(lv.id());
        plan.add(new Step.Deactivate(lv.id()));
      }
      plan.commit(state.vg().withoutLvs(gone)).add(new Step.Backup());
      return new PlanExecutor(session.session()).run(state, plan.build());
    }

    /** The moves of a group that were interrupted and can go on. */
    private int all(VgState before) {
      VgState state = inOrder(before);
      for (LogicalVolume lv : Moves.in(state.vg())) {
        Optional<LvmId> from = Moves.source(state.vg(), lv);
        String name = from.map(id -> state.pvName(state.vg().pv(id))).orElse(lv.name().value());
        if (session.session().activation().status(state, lv).exists()) {
          interrupted.add(target(state, lv, name));
        } else {
          messages.info(name + ": Skipping inactive LV. Try lvchange or vgchange.");
        }
      }
      return ExitStatus.OK;
    }
  }
}
