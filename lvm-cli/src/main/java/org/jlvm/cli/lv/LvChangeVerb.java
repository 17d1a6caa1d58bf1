package org.jlvm.cli.lv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.report.CommandSelection;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Tag;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.lv.LvPropertyChange;

/** {@code lvchange}: properties in the metadata, and activation where there is a driver. */
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

    Changing(CommandSession commandSession, ParsedCommand command) {
      this.commandSession = commandSession;
      this.command = command;
      session = commandSession.session();
      messages = session.environment().messages();
    }

    int run() {
      boolean properties = command.formId().equals("lvchange_properties");
      VgAccess access = properties ? VgAccess.UPDATE.withMissing() : VgAccess.ACTIVATE;
      return new EachLv(commandSession, access)
          .run(
              command.operands(),
              CommandSelection.isGiven(commandSession),
              false,
              CommandSelection.lvs(commandSession),
              (state, lv, named) -> change(state, lv, named, properties),
              state -> ExitStatus.OK);
    }

    private EachLv.Outcome change(
        VgState state, LogicalVolume lv, boolean named, boolean properties) {
      try {
        if (properties && !lv.isVisible()) {
          if (named) {
            throw new FailedException(
                "Operation not permitted on hidden LV " + path(state, lv) + '.');
          }
          return EachLv.Outcome.done(state);
        }
        List<LvPropertyChange> changes = changes();
        if (changes.isEmpty()
            && !command.hasAny(Opt.ACTIVATE, Opt.REFRESH, Opt.MONITOR, Opt.POLL)) {
          throw notForThisType(state, lv);
        }
        EachLv.Outcome outcome =
            changes.isEmpty() ? EachLv.Outcome.done(state) : changeProperties(state, lv, changes);
        return outcome.status() == ExitStatus.OK
            ? afterwards(outcome.state(), lv.id(), !changes.isEmpty())
            : outcome;
      } catch (LvmException e) {
        messages.error(e.getMessage());
        return new EachLv.Outcome(e.exitStatus(), state);
      }
    }

    /** The other changes are for types of volumes that are only kept here. */
    private static FailedException notForThisType(VgState state, LogicalVolume lv) {
      String type = lv.firstSegment().displayName();
      return new FailedException(
          "This change of " + path(state, lv) + " of type " + type + " is not part of jlvm yet.");
    }

    private static String path(VgState state, LogicalVolume lv) {
      return state.vg().name() + "/" + lv.name();
    }

    /** Changes that are refused do not keep the others from being made. */
    private EachLv.Outcome changeProperties(
        VgState state, LogicalVolume lv, List<LvPropertyChange> changes) {
      LogicalVolume changed = lv;
      boolean any = false;
      boolean refused = false;
      boolean commit = false;
      boolean reload = false;
      session.archive(state);
      for (LvPropertyChange change : changes) {
        try {
          LogicalVolume before = changed;
          changed = change.apply(before, path(state, lv));
          any = true;
          change.told(before, path(state, lv)).ifPresent(messages::verbose);
          commit |= change.commits(before);
          reload |= change.reloads();
        } catch (FailedException e) {
          messages.error(e.getMessage());
          refused = true;
        }
      }
      if (!any) {
        return EachLv.Outcome.failed(state);
      }
      Plan.Builder plan = Plan.of(state.vg());
      if (!onlyDeviceNumberGiven(changes)) {
        plan.tell(Level.INFO, "Logical volume " + path(state, lv) + " changed.");
      }
      if (commit) {
        plan.commit(state.vg().withLv(changed), reload ? List.of(lv.id()) : List.of());
      }
      VgState after = new PlanExecutor(session).run(state, plan.add(new Step.Backup()).build());
      return refused ? EachLv.Outcome.failed(after) : EachLv.Outcome.done(after);
    }

    /** lvm2 says nothing when it fixes a device number. */
    private static boolean onlyDeviceNumberGiven(List<LvPropertyChange> changes) {
      return changes.size() == 1
          && changes.get(0) instanceof LvPropertyChange.DeviceNumber number
          && number.minor().isPresent();
    }

    private EachLv.Outcome afterwards(VgState state, LvmId id, boolean combined) {
      LogicalVolume lv = state.vg().lv(id);
      if (command.has(Opt.ACTIVATE)) {
        if (combined) {
          messages.warn("WARNING: Combining activation change with other commands is not advised.");
        }
        activate(state, lv);
      } else if (command.has(Opt.REFRESH) && session.activation().isAvailable()) {
        session.activation().refresh(state, id);
      } else if (command.has(Opt.MONITOR) && !session.activation().status(state, lv).exists()) {
        throw new FailedException("Logical volume " + path(state, lv) + " is not active.");
      }
      return EachLv.Outcome.done(state);
    }

    private void activate(VgState state, LogicalVolume lv) {
      if (!session.activation().isAvailable() || session.environment().testMode()) {
        return;
      }
      if (command.string(Opt.ACTIVATE, "y").endsWith("n")) {
        session.activation().deactivate(state, lv.id());
        commandSession.online().ifPresent(online -> online.release(state.vg().name()));
      } else {
        session.activation().activate(state, lv.id(), Step.ActivationRequest.PLAIN);
      }
    }

    /** In lvm2's order. */
    private List<LvPropertyChange> changes() {
      List<LvPropertyChange> changes = new ArrayList<>();
      if (command.has(Opt.ADDTAG)) {
        changes.add(new LvPropertyChange.Tags(tags(Opt.ADDTAG), List.of()));
      }
      if (command.has(Opt.DELTAG)) {
        changes.add(new LvPropertyChange.Tags(List.of(), tags(Opt.DELTAG)));
      }
      allocation().ifPresent(policy -> changes.add(new LvPropertyChange.Allocation(policy)));
      if (command.has(Opt.METADATAPROFILE) || command.has(Opt.DETACHPROFILE)) {
        changes.add(new LvPropertyChange.Profile(command.string(Opt.METADATAPROFILE)));
      }
      command
          .string(Opt.PERMISSION)
          .ifPresent(value -> changes.add(new LvPropertyChange.Permission(!value.equals("r"))));
      if (command.has(Opt.READAHEAD)) {
        changes.add(new LvPropertyChange.ReadAheadSetting(LvReadAhead.of(command, messages)));
      }
      if (command.has(Opt.SETACTIVATIONSKIP)) {
        boolean skipped = command.yes(Opt.SETACTIVATIONSKIP, false);
        changes.add(new LvPropertyChange.ActivationSkip(skipped));
      }
      if (command.has(Opt.SETAUTOACTIVATION)) {
        boolean wanted = command.yes(Opt.SETAUTOACTIVATION, true);
        changes.add(new LvPropertyChange.Autoactivation(wanted));
      }
      if (command.has(Opt.PERSISTENT)) {
        changes.add(deviceNumber());
      }
      return changes;
    }

    private Optional<AllocationPolicy> allocation() {
      if (command.has(Opt.CONTIGUOUS)) {
        return Optional.of(
            command.yes(Opt.CONTIGUOUS, false)
                ? AllocationPolicy.CONTIGUOUS
                : AllocationPolicy.INHERIT);
      }
      return command.string(Opt.ALLOC).flatMap(AllocationPolicy::ofText);
    }

    private LvPropertyChange deviceNumber() {
      return new LvPropertyChange.DeviceNumber(
          LvDeviceNumber.major(command, messages), LvDeviceNumber.minor(command));
    }

    private List<Tag> tags(Opt option) {
      List<Tag> tags = new ArrayList<>();
      for (String tag : command.strings(option)) {
        tags.add(new Tag(tag));
      }
      return tags;
    }
  }
}
