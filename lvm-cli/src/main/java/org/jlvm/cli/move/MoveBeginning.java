package org.jlvm.cli.move;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.lv.LvAmount;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.poll.PollTarget;
import org.jlvm.cli.process.PvDevices;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.alloc.PvOperands;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.environment.IdSource;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.move.MoveRequest;
import org.jlvm.core.plan.move.MoveStart;
import org.jlvm.core.plan.move.Moves;
import org.jlvm.core.plan.move.SegmentLimit;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.units.Sectors;

/** Sets a move up, or finds the one that is under way. */
final class MoveBeginning {
  private final CommandSession commandSession;
  private final Session session;
  private final ParsedCommand command;
  private final Messages messages;
  private final VgState state;
  private final String source;

  MoveBeginning(CommandSession commandSession, VgState state, String source) {
    this.commandSession = commandSession;
    this.session = commandSession.session();
    this.command = commandSession.command();
    this.messages = session.environment().messages();
    this.state = state;
    this.source = source;
  }

  /**
   * What is to be looked after: the temporary volume of the move, active.
   *
   * @param targetOperands where the extents may go; anywhere in the group if empty
   */
  PollTarget run(List<String> targetOperands) {
    PhysicalVolume pv = MoveOperands.find(state, source).orElseThrow();
    Optional<LvName> lv = lvName();
    Optional<LogicalVolume> running = Moves.from(state.vg(), pv.id());
    if (running.isPresent()) {
      messages.info("Detected pvmove in progress for " + state.pvName(pv) + '.');
      if (!targetOperands.isEmpty() || lv.isPresent()) {
        messages.warn("WARNING: Ignoring remaining command line arguments.");
      }
      activate(running.get());
      return target(running.get());
    }
    return start(pv, lv, targetOperands);
  }

  /** One that should be there, and on image files, where nothing is copied in the background. */
  static void requireDriver(CommandSession session) {
    if (!session.session().activation().isAvailable() && !session.isWithoutDriver()) {
      throw new FailedException("Required device-mapper target(s) not detected in your kernel.");
    }
  }

  private void activate(LogicalVolume lv) {
    if (!session.environment().testMode() && session.activation().isAvailable()) {
      session.activation().activate(state, lv.id(), Step.ActivationRequest.PLAIN);
    }
  }

  private Optional<LvName> lvName() {
    Optional<String> given = command.string(Opt.NAME);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    String name =
        MovedName.of(
            given.get(), state.vg().name().value(), VolumePaths.of(commandSession), messages);
    if (!LvName.isValid(name)) {
      throw new UsageException("Logical volume name " + name + " is invalid.");
    }
    if (state.vg().findLv(name).isEmpty()) {
      throw new FailedException("Logical volume " + name + " not found.");
    }
    return Optional.of(new LvName(name));
  }

  private PollTarget start(PhysicalVolume pv, Optional<LvName> lv, List<String> targetOperands) {
    FreeExtents free = FreeExtents.of(state.vg());
    PvDevices devices = new PvDevices(state);
    PvChoices from =
        PvOperands.read(
            command.operands().subList(0, 1), state.vg(), free, devices, false, messages);
    AllocationPolicy policy =
        command.string(Opt.ALLOC).flatMap(AllocationPolicy::ofText).orElse(state.vg().allocation());
    PvChoices targets =
        MoveTargets.of(
            PvOperands.read(targetOperands, state.vg(), free, devices, true, messages),
            pv.id(),
            policy,
            free);
    MoveStart.Started started =
        MoveStart.plan(
            new MoveRequest(
                state.vg(),
                pv.id(),
                from.choices().get(0).ranges(),
                lv,
                targets,
                policy,
                session.environment().ids().next(),
                legs(),
                Optional.of(
                    new LogicalVolume.Creation(
                        session.environment().now(), session.environment().host().nodeName())),
                Sectors.ofKib(commandSession.settings().activation().raidRegionSize()),
                new SegmentLimit(
                    commandSession.settings().allocation().pvmoveMaxSegmentSizeMb(),
                    commandSession.sizes()),
                LvAmount.settings(commandSession)),
            messages);
    new PlanExecutor(session).run(state, plan(started));
    return target(started.move());
  }

  private List<LvmId> legs() {
    IdSource ids = session.environment().ids();
    return command.has(Opt.ATOMIC) ? List.of(ids.next(), ids.next()) : List.of();
  }

  private PollTarget target(LogicalVolume move) {
    return new PollTarget(
        state.vg().name().value(), move.name().value(), Optional.of(move.id()), source);
  }

  /** Volumes that are moved are active while they are, unless no driver is to be used. */
  private Plan plan(MoveStart.Started started) {
    Plan.Builder plan = Plan.of(state.vg());
    LvRelations relations = LvRelations.of(state.vg());
    for (LvmId id : started.volumes()) {
      LogicalVolume volume = state.vg().lv(id);
      if (session.activation().isAvailable()
          && !session.activation().status(state, volume).exists()
          && (relations.isVisible(volume) || relations.isCow(id))) {
        plan.add(new Step.Activate(id, Step.ActivationRequest.PLAIN));
      }
    }
    return plan.commit(started.vg(), started.volumes()).add(new Step.Backup()).build();
  }
}
