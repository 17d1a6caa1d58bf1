package org.jlvm.cli.lv;

import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.poll.BackgroundWork;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.LvActivator;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.report.CommandSelection;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.MonitorMode;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.VolumeMonitor;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.mirror.Mirrors;
import org.jlvm.core.segtype.LvRelations;

/**
 * {@code lvchange}: properties in the metadata, activation, refreshing. What is combined in one
 * call is done in turn: the first to all volumes, then the next.
 */
public final class LvChangeVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      return new Changing(session, command).run();
    }
  }

  private static final class Changing {
    private final CommandSession commandSession;
    private final Session session;
    private final ParsedCommand command;
    private final Messages messages;
    private final BackgroundWork background;
    private boolean componentsToo;

    Changing(CommandSession commandSession, ParsedCommand command) {
      this.commandSession = commandSession;
      this.command = command;
      session = commandSession.session();
      messages = session.environment().messages();
      background = new BackgroundWork(commandSession);
    }

    int run() {
      return switch (command.formId()) {
        case "lvchange_activate" -> activateThenWatch();
        case "lvchange_refresh" -> each(VgAccess.ACTIVATE, false, this::refresh);
        case "lvchange_monitor", "lvchange_poll" -> watch();
        case "lvchange_properties", "lvchange_persistent" -> properties();
        case "lvchange_resync" -> resyncThenActivate();
        case "lvchange_syncaction" -> each(VgAccess.UPDATE, false, this::syncAction);
        case "lvchange_rebuild" -> each(VgAccess.UPDATE, false, this::rebuild);
        default -> each(VgAccess.UPDATE, false, Changing::refuseType);
      };
    }

    private int resyncThenActivate() {
      int status = each(VgAccess.UPDATE, false, this::resync);
      if (status != ExitStatus.OK || !command.has(Opt.ACTIVATE)) {
        return status;
      }
      messages.warn("WARNING: Combining activation change with other commands is not advised.");
      return activateThenWatch();
    }

    private EachLv.Outcome resync(VgState state, LogicalVolume lv, boolean named) {
      return Mirrors.isMirror(lv) || RaidWork.isRaid1(lv)
          ? EachLv.Outcome.done(new LvResync(session).run(state, lv))
          : refuseType(state, lv, named);
    }

    private int properties() {
      LvPropertyUpdate update =
          new LvPropertyUpdate(
              commandSession,
              new LvPropertyOptions(command, messages, commandSession::mapperMajor));
      int status =
          each(
              VgAccess.UPDATE.withMissing(),
              false,
              (state, lv, named) ->
                  isOwn(state, lv, named) ? update.apply(state, lv) : EachLv.Outcome.done(state),
              update::backup);
      if (status != ExitStatus.OK) {
        return status;
      }
      if (command.has(Opt.ACTIVATE)) {
        messages.warn("WARNING: Combining activation change with other commands is not advised.");
        return activateThenWatch();
      }
      return command.hasAny(Opt.MONITOR, Opt.POLL) ? watch() : status;
    }

    private int activateThenWatch() {
      LvActivator activator = new LvActivator(commandSession);
      componentsToo = activator.activating() && componentAgreed();
      int status =
          each(
              VgAccess.ACTIVATE,
              !activator.activating(),
              (state, lv, named) -> activate(activator, state, lv, named));
      return status == ExitStatus.OK && command.hasAny(Opt.MONITOR, Opt.POLL) ? watch() : status;
    }

    private int watch() {
      return each(VgAccess.READ.withoutExported(), false, this::watch);
    }

    private int each(VgAccess access, boolean hidden, EachLv.Action action) {
      return each(access, hidden, action, state -> ExitStatus.OK);
    }

    private int each(VgAccess access, boolean hidden, EachLv.Action action, EachLv.Finish finish) {
      return new EachLv(commandSession, access)
          .run(
              command.operands(),
              CommandSelection.isGiven(commandSession),
              hidden,
              CommandSelection.lvs(commandSession),
              (state, lv, named) -> guarded(action, state, lv, named),
              finish);
    }

    private EachLv.Outcome guarded(
        EachLv.Action action, VgState state, LogicalVolume lv, boolean named) {
      try {
        return action.run(state, lv, named);
      } catch (LvmException e) {
        messages.error(e.getMessage());
        return new EachLv.Outcome(e.exitStatus(), state);
      }
    }

    private EachLv.Outcome syncAction(VgState state, LogicalVolume lv, boolean named) {
      if (!lv.isVisible() && !named) {
        return EachLv.Outcome.done(state);
      }
      new RaidWork(commandSession, state, lv).send(command.string(Opt.SYNCACTION, ""));
      return EachLv.Outcome.done(state);
    }

    private EachLv.Outcome rebuild(VgState state, LogicalVolume lv, boolean named) {
      if (!lv.isVisible() && !named) {
        return EachLv.Outcome.done(state);
      }
      return EachLv.Outcome.done(new RaidWork(commandSession, state, lv).rebuild());
    }

    /** The other changes are for types of volumes that are only kept here. */
    private static EachLv.Outcome refuseType(VgState state, LogicalVolume lv, boolean named) {
      String type = lv.firstSegment().displayName();
      throw new FailedException(
          "This change of " + path(state, lv) + " of type " + type + " is not part of jlvm yet.");
    }

    private static String path(VgState state, LogicalVolume lv) {
      return state.vg().name() + "/" + lv.name();
    }

    /** Hidden volumes are not for users; only one that is named gets an answer. */
    private static boolean isOwn(VgState state, LogicalVolume lv, boolean named) {
      if (LvRelations.of(state.vg()).isVisible(lv)) {
        return true;
      }
      if (named) {
        throw new FailedException("Operation not permitted on hidden LV " + path(state, lv) + '.');
      }
      return false;
    }

    /** A part of another volume can be activated by itself, to look at it. */
    private boolean componentAgreed() {
      List<String> operands = command.operands();
      if (operands.size() != 1 || !LvNewName.isOfComponent(operands.get(0))) {
        return false;
      }
      boolean agreed =
          session
              .environment()
              .prompter()
              .confirm("Do you want to activate component LV in read-only mode?");
      if (agreed) {
        messages.info("Allowing activation of component LV.");
      }
      return agreed;
    }

    private EachLv.Outcome activate(
        LvActivator activator, VgState state, LogicalVolume lv, boolean named) {
      activator.requireOwn(state);
      LvRelations relations = LvRelations.of(state.vg());
      boolean component = LvActivator.isComponent(relations, lv);
      if (!relations.isVisible(lv) && !(componentsToo || (component && !activator.activating()))) {
        isOwn(state, lv, named);
        return EachLv.Outcome.done(state);
      }
      LogicalVolume own = lv;
      if (relations.isCow(lv.id()) && !relations.isSparse(lv.id())) {
        if (!named && command.operands().stream().noneMatch(Changing::isTag)) {
          return EachLv.Outcome.done(state); // comes and goes with its origin
        }
        own = origin(state, relations, lv);
      }
      if (activator.wants(state, lv)) {
        activator.change(state, own);
        if (activator.activating()) {
          background.follow(state, own);
        }
      }
      return EachLv.Outcome.done(state);
    }

    private static boolean isTag(String operand) {
      return operand.startsWith("@");
    }

    private LogicalVolume origin(VgState state, LvRelations relations, LogicalVolume cow) {
      LogicalVolume origin =
          state.vg().lv(relations.snapshotOfCow(cow.id()).orElseThrow().segment().origin());
      int others = relations.snapshotsOf(origin.id()).size() - 1;
      boolean agreed =
          session
              .environment()
              .prompter()
              .confirm(
                  "Change of snapshot "
                      + path(state, cow)
                      + " will also change its origin "
                      + path(state, origin)
                      + (others > 0 ? " and " + others + " other snapshot(s)" : "")
                      + ". Proceed?");
      if (!agreed) {
        throw new FailedException("Logical volume " + path(state, cow) + " not changed.");
      }
      return origin;
    }

    private EachLv.Outcome refresh(VgState state, LogicalVolume lv, boolean named) {
      if (isOwn(state, lv, named)) {
        messages.verbose("Refreshing logical volume " + path(state, lv) + " (if active).");
        new LvActivator(commandSession).requireWhole(state, lv);
        if (session.activation().isAvailable() && !session.environment().testMode()) {
          session.activation().refresh(state, lv.id());
          background.followMerge(state, lv);
        }
        watch(state, lv, true);
      }
      return EachLv.Outcome.done(state);
    }

    private EachLv.Outcome watch(VgState state, LogicalVolume lv, boolean named) {
      if ((lv.isVisible() || named) && command.hasAny(Opt.MONITOR, Opt.POLL)) {
        requireActive(state, lv);
        if (command.has(Opt.MONITOR)) {
          changeMonitoring(state, lv);
        }
        if (command.yes(Opt.POLL, false)) {
          messages.verbose("Polling LV " + path(state, lv));
          background.follow(state, lv);
        }
      }
      return EachLv.Outcome.done(state);
    }

    private void changeMonitoring(VgState state, LogicalVolume lv) {
      MonitorMode mode = commandSession.monitorMode();
      if (mode == MonitorMode.IGNORE) {
        return;
      }
      boolean on = mode == MonitorMode.ON;
      messages.verbose((on ? "Monitoring LV " : "Unmonitoring LV ") + path(state, lv));
      VolumeMonitor monitor = commandSession.monitor();
      boolean good =
          session.environment().testMode()
              || (on ? monitor.watch(state, lv) : monitor.unwatch(state, lv));
      if (!good) {
        throw new FailedException(
            "Failed to change monitoring for " + path(state, lv) + " volume.");
      }
    }

    private void requireActive(VgState state, LogicalVolume lv) {
      if (!session.activation().status(state, lv).exists()) {
        throw new FailedException("Logical volume " + path(state, lv) + " is not active.");
      }
    }
  }
}
