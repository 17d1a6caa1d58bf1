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
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VgReader;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.move.Moves;
import org.jlvm.core.segtype.LvRelations;

/** {@code pvmove}: moves extents to other physical volumes while their volumes are in use. */
public final class PvMoveVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    List<PollTarget> moves;
    try (CommandSession session = CommandSession.open(context, command)) {
      moves = new Moving(session, command).moves();
      if (session.session().environment().testMode()) {
        return ExitStatus.OK;
      }
    }
    return new Polling(context, command)
        .follow(new MoveOperation(), moves, command.has(Opt.BACKGROUND));
  }

  private static final class Moving {
    private final CommandSession session;
    private final ParsedCommand command;

    Moving(CommandSession session, ParsedCommand command) {
      this.session = session;
      this.command = command;
    }

    /** The moves to look after, the one that was asked for begun. */
    List<PollTarget> moves() {
      List<String> operands = command.operands();
      if (operands.isEmpty()) {
        return all();
      }
      String source = MoveOperands.device(operands.get(0));
      VgCatalog.VgIdentity group = group(source);
      if (command.has(Opt.ABORT)) {
        MoveBeginning.requireTarget(session.session());
        return findToAbort(group, source).map(List::of).orElse(List.of());
      }
      return List.of(begin(group, source, operands.subList(1, operands.size())));
    }

    private VgCatalog.VgIdentity group(String source) {
      for (VgCatalog.VgIdentity identity : session.session().catalog().identities()) {
        VgState state = session.session().catalog().state(identity.id()).orElseThrow();
        if (MoveOperands.find(state, source).isPresent()) {
          return identity;
        }
      }
      for (ScannedPv orphan : session.session().catalog().orphans()) {
        if (orphan.device().names().contains(source)) {
          throw new UsageException("Missing volume group.");
        }
      }
      session
          .session()
          .environment()
          .messages()
          .error("Failed to find physical volume \"" + source + "\".");
      throw new UsageException("");
    }

    private Optional<PollTarget> findToAbort(VgCatalog.VgIdentity group, String source) {
      try (VgReader.Opened opened = new VgReader(session).require(group, VgAccess.UPDATE)) {
        VgState state = inOrder(opened.state());
        PhysicalVolume pv = MoveOperands.find(state, source).orElseThrow();
        Optional<LogicalVolume> move = Moves.from(state.vg(), pv.id());
        if (move.isEmpty()) {
          tell(state.pvName(pv) + ": No pvmove in progress - already finished or aborted.");
        }
        return move.map(lv -> target(state, lv, source));
      }
    }

    private PollTarget begin(VgCatalog.VgIdentity group, String source, List<String> targets) {
      try (VgReader.Opened opened = new VgReader(session).require(group, VgAccess.UPDATE)) {
        VgState state = inOrder(opened.state());
        return new MoveBeginning(session, state, source).run(targets);
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

    /** All moves that were interrupted. */
    private List<PollTarget> all() {
      List<PollTarget> moves = new ArrayList<>();
      for (VgCatalog.VgIdentity identity : session.session().catalog().identities()) {
        VgState state = session.session().catalog().state(identity.id()).orElseThrow();
        if (!Moves.leftOver(state.vg()).isEmpty() || !Moves.in(state.vg()).isEmpty()) {
          putInOrder(identity);
        }
        for (LogicalVolume lv : Moves.in(state.vg())) {
          boolean active = session.session().activation().status(state, lv).exists();
          String name =
              Moves.source(state.vg(), lv)
                  .map(id -> state.pvName(state.vg().pv(id)))
                  .orElse(lv.name().value());
          if (active) {
            moves.add(target(state, lv, name));
          } else {
            tell(name + ": Skipping inactive LV. Try lvchange or vgchange.");
          }
        }
      }
      return moves;
    }

    private void putInOrder(VgCatalog.VgIdentity group) {
      try (VgReader.Opened opened = new VgReader(session).require(group, VgAccess.UPDATE)) {
        inOrder(opened.state());
      }
    }

    private void tell(String text) {
      session.session().environment().messages().info(text);
    }
  }
}
