package org.jlvm.cli.convert;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.CowSize;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.lv.SnapshotLink;
import org.jlvm.core.segtype.ActiveParts;
import org.jlvm.core.segtype.snapshot.ChunkSize;
import org.jlvm.core.units.Sectors;

/**
 * {@code --snapshot}: makes the exception store of an origin, named first, of an ordinary volume,
 * named second.
 */
final class SnapshotAttachment implements Conversion {

  /** The device is only there to be written to, not to be looked into. */
  private static final Step.ActivationRequest FOR_CLEARING =
      new Step.ActivationRequest(false, false, true);

  @Override
  public Outcome run(CommandSession session) {
    return Outcome.of(
        new EachLv(session, VgAccess.UPDATE)
            .run(
                new ConvertOperands(session).volume(List.of(storePath(session))),
                false,
                false,
                (state, lv) -> true,
                (state, lv, named) -> attach(session, state, lv),
                state -> ExitStatus.OK));
  }

  /** A store named without its group is in that of the origin. */
  private static String storePath(CommandSession session) {
    String origin = session.command().operands().get(0);
    String store = session.command().operands().get(1);
    boolean fromOrigin =
        origin.indexOf('/') >= 0
            && store.indexOf('/') < 0
            && session.context().process().variable("LVM_VG_NAME").isEmpty();
    return fromOrigin ? VolumePaths.of(session).split(origin).vg() + '/' + store : store;
  }

  private static EachLv.Outcome attach(CommandSession command, VgState state, LogicalVolume store) {
    try {
      return EachLv.Outcome.done(new Attaching(command, state, store).run());
    } catch (LvmException e) {
      command.session().environment().messages().error(e.getMessage());
      return EachLv.Outcome.failed(state);
    }
  }

  private static final class Attaching {
    private final CommandSession commandSession;
    private final ParsedCommand command;
    private final Session session;
    private final Messages messages;
    private final VgState state;
    private final LogicalVolume store;
    private final String path;

    Attaching(CommandSession commandSession, VgState state, LogicalVolume store) {
      this.commandSession = commandSession;
      this.command = commandSession.command();
      this.session = commandSession.session();
      this.messages = session.environment().messages();
      this.state = state;
      this.store = store;
      this.path = state.vg().name() + "/" + store.name();
    }

    VgState run() {
      String originName =
          new ConvertOperands(commandSession).nameIn(state.vg(), command.operands().get(0));
      if (originName.equals(store.name().value())) {
        throw new FailedException("Unable to use " + path + " as both snapshot and origin.");
      }
      Sectors chunk = chunk();
      new CowSize(0, chunk, false)
          .requireEnough(state.vg(), store.extentCount(), commandSession.sizes());
      messages.verbose("Setting chunk size to " + commandSession.sizes().display(chunk) + '.');
      LogicalVolume origin = origin(originName);
      SnapshotLink.requireFreezable(state.vg(), origin.id(), messages);
      requireNoActiveParts(origin);
      requireAgreement();
      clear();
      SnapshotLink link =
          new SnapshotLink(
              origin.id(),
              store.id(),
              chunk,
              session.environment().ids().next(),
              Optional.of(
                  new LogicalVolume.Creation(
                      session.environment().now(), session.environment().host().nodeName())));
      Plan plan =
          Plan.of(state.vg())
              .commit(link.added(state.vg()), List.of(origin.id()))
              .tell(Level.INFO, "Logical volume " + path + " converted to snapshot.")
              .add(new Step.Backup())
              .build();
      return new PlanExecutor(session).run(state, plan);
    }

    private void requireNoActiveParts(LogicalVolume origin) {
      ActiveParts parts =
          new ActiveParts(state.vg(), lv -> session.activation().status(state, lv).exists());
      if (parts.areIn(origin)) {
        throw new FailedException(
            "Cannot use logical volume "
                + state.vg().name()
                + "/"
                + origin.name()
                + " with active component LVs for snapshot origin.");
      }
    }

    private Sectors chunk() {
      Sectors chunk =
          command.size(Opt.CHUNKSIZE).map(size -> size.size()).orElse(ChunkSize.DEFAULT);
      if (!ChunkSize.isPossible(chunk)) {
        throw new FailedException(ChunkSize.RULE);
      }
      return chunk;
    }

    private LogicalVolume origin(String name) {
      return state
          .vg()
          .findLv(name)
          .orElseThrow(
              () ->
                  new FailedException(
                      "Couldn't find origin volume "
                          + name
                          + " in Volume group "
                          + state.vg().name()
                          + '.'));
    }

    private void requireAgreement() {
      messages.warn("WARNING: Converting logical volume " + path + " to snapshot exception store.");
      messages.warn("THIS WILL DESTROY CONTENT OF LOGICAL VOLUME (filesystem etc.)");
      if (!session
          .environment()
          .prompter()
          .confirm("Do you really want to convert " + path + "?")) {
        throw new FailedException("Conversion aborted.");
      }
    }

    /** An empty store has no header yet. */
    private void clear() {
      try {
        run(Plan.of(state.vg()).add(new Step.Deactivate(store.id())).build());
      } catch (FailedException e) {
        messages.error(e.getMessage());
        throw new FailedException("Couldn't deactivate logical volume " + path + '.', e);
      }
      if (!command.yes(Opt.ZERO, true) || !store.flags().has(Flag.WRITE)) {
        messages.warn("WARNING: " + path + " not zeroed.");
        return;
      }
      Plan clearing =
          Plan.of(state.vg())
              .add(new Step.Activate(store.id(), FOR_CLEARING))
              .add(
                  new Step.Wipe(
                      store.id(),
                      new Step.WipeRequest(Step.WipeRequest.DEFAULT_SECTORS, false, false)))
              .add(new Step.Deactivate(store.id()))
              .build();
      try {
        run(clearing);
      } catch (LvmException e) {
        messages.error(e.getMessage());
        throw new FailedException("Aborting. Failed to wipe snapshot exception store.", e);
      }
    }

    private void run(Plan plan) {
      new PlanExecutor(session)
          .run(state, plan, (reached, cause) -> session.activation().deactivate(state, store.id()));
    }
  }
}
