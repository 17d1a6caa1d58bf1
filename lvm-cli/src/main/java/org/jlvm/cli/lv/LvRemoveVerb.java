package org.jlvm.cli.lv;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.report.CommandSelection;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.LvStatus;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.lv.LvRemoval;

/** {@code lvremove}. Volumes of one group that are not active go in one commit. */
public final class LvRemoveVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      return new Removing(session, command).run();
    }
  }

  private static final class Removing {
    private final CommandSession commandSession;
    private final Session session;
    private final ParsedCommand command;
    private final Messages messages;
    private final List<LogicalVolume> pending = new ArrayList<>();

    Removing(CommandSession commandSession, ParsedCommand command) {
      this.commandSession = commandSession;
      this.command = command;
      session = commandSession.session();
      messages = session.environment().messages();
    }

    int run() {
      return new EachLv(commandSession, VgAccess.UPDATE.withMissing())
          .run(
              command.operands(),
              CommandSelection.isGiven(commandSession),
              false,
              CommandSelection.lvs(commandSession),
              (state, lv, named) -> add(state, lv),
              this::commit);
    }

    private EachLv.Outcome add(VgState state, LogicalVolume lv) {
      try {
        LvRemoval.requireRemovable(state.vg(), lv);
        LvStatus status = session.activation().status(state, lv);
        if (status.exists() && !confirmed(state, lv)) {
          messages.error("Logical volume " + state.vg().name() + '/' + lv.name() + " not removed.");
          return EachLv.Outcome.failed(state);
        }
        if (status.exists()) {
          session.activation().deactivate(state, lv.id());
        }
        messages.verbose("Releasing logical volume \"" + lv.name() + '"');
        pending.add(lv);
        return EachLv.Outcome.done(state);
      } catch (LvmException e) {
        messages.error(e.getMessage());
        return new EachLv.Outcome(e.exitStatus(), state);
      }
    }

    private boolean confirmed(VgState state, LogicalVolume lv) {
      return command.force() > 0
          || session
              .environment()
              .prompter()
              .confirm(
                  "Do you really want to remove active logical volume "
                      + state.vg().name()
                      + '/'
                      + lv.name()
                      + "?");
    }

    private int commit(VgState state) {
      if (pending.isEmpty()) {
        return ExitStatus.OK;
      }
      Plan.Builder plan = Plan.of(state.vg()).commit(LvRemoval.without(state.vg(), pending));
      for (LogicalVolume lv : pending) {
        plan.tell(Level.INFO, "Logical volume \"" + lv.name() + "\" successfully removed.");
      }
      pending.clear();
      new PlanExecutor(session).run(state, plan.add(new Step.Backup()).build());
      return ExitStatus.OK;
    }
  }
}
