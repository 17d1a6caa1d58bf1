package org.jlvm.cli.convert;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.lv.SnapshotLink;
import org.jlvm.core.segtype.LvRelations;

/** {@code --splitsnapshot}: makes an ordinary volume of an exception store. */
final class SnapshotSplit implements Conversion {
  @Override
  public Outcome run(CommandSession session) {
    return Outcome.of(
        new EachLv(session, VgAccess.UPDATE)
            .run(
                new ConvertOperands(session).volume(),
                false,
                false,
                (state, lv) -> true,
                (state, lv, named) -> split(session, state, lv),
                state -> ExitStatus.OK));
  }

  private static EachLv.Outcome split(CommandSession command, VgState state, LogicalVolume store) {
    Session session = command.session();
    Messages messages = session.environment().messages();
    try {
      LvRelations.Snapshot snapshot =
          LvRelations.of(state.vg()).snapshotOfCow(store.id()).orElseThrow();
      String path = state.vg().name() + "/" + store.name();
      requireAllowed(command, state, store, snapshot);
      messages.verbose("Splitting snapshot " + path + " from its origin.");
      Plan plan =
          Plan.of(state.vg())
              .commit(
                  SnapshotLink.removed(state.vg(), snapshot), List.of(snapshot.segment().origin()))
              .tell(Level.INFO, "Logical Volume " + path + " split from its origin.")
              .add(new Step.Backup())
              .build();
      return EachLv.Outcome.done(new PlanExecutor(session).run(state, plan));
    } catch (LvmException e) {
      messages.error(e.getMessage());
      return EachLv.Outcome.failed(state);
    }
  }

  private static void requireAllowed(
      CommandSession command, VgState state, LogicalVolume store, LvRelations.Snapshot snapshot) {
    Session session = command.session();
    String path = state.vg().name() + "/" + store.name();
    LogicalVolume origin = state.vg().lv(snapshot.segment().origin());
    if (LvRelations.of(state.vg()).isVirtualOrigin(origin)) {
      throw new FailedException("Unable to split off snapshot " + path + " with virtual origin.");
    }
    if (!session.activation().status(state, store).exists()) {
      return;
    }
    Optional<String> use = session.activation().whyInUse(state, store);
    if (use.isPresent()) {
      throw new FailedException("Logical volume " + path + ' ' + use.get());
    }
    boolean asked = command.command().force() == 0;
    if (asked
        && !session
            .environment()
            .prompter()
            .confirm("Do you really want to split off active logical volume " + path + "?")) {
      throw new FailedException("Logical volume " + path + " not split.");
    }
  }
}
