package org.jlvm.cli.lv;

import java.util.List;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.LvStatus;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.lv.LvPropertyChange;

/** Changes properties of one volume in one commit; its device follows if it has one. */
final class LvPropertyUpdate {
  private final CommandSession commandSession;
  private final Session session;
  private final Messages messages;
  private final LvPropertyOptions options;
  private boolean committed;

  LvPropertyUpdate(CommandSession commandSession, LvPropertyOptions options) {
    this.commandSession = commandSession;
    this.options = options;
    session = commandSession.session();
    messages = session.environment().messages();
  }

  /** Changes that are refused do not keep the others from being made. */
  EachLv.Outcome apply(VgState state, LogicalVolume lv) {
    // What the options warn of is told again for each volume.
    List<LvPropertyChange> changes = options.changes();
    changes.addAll(new RaidOptions(commandSession, state).changes());
    LogicalVolume changed = lv;
    VolumeGroup parts = state.vg();
    boolean any = false;
    boolean refused = false;
    boolean commit = false;
    boolean reload = false;
    if (!commandSession.command().formId().equals("lvchange_persistent")) {
      session.archive(state);
    }
    for (LvPropertyChange change : changes) {
      try {
        if (refreshed(state, lv, change)) {
          any = true;
          continue;
        }
        requireInSync(state, lv, change);
        LogicalVolume before = changed;
        change.notice(before).ifPresent(messages::info);
        changed = change.apply(before, path(state, lv));
        parts = change.applyToParts(parts, changed);
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
    boolean onlyNumber = changes.size() == 1 && givesNumber(changes.get(0));
    if (!onlyNumber) {
      plan.tell(Level.INFO, "Logical volume " + path(state, lv) + " changed.");
    }
    if (commit) {
      boolean restart = givesNumber(changes) && isActive(state, lv);
      if (restart) {
        stop(state, lv);
      }
      plan.commit(parts.withLv(changed), reload ? List.of(lv.id()) : List.of());
      if (restart) {
        plan.add(new Step.Activate(lv.id(), Step.ActivationRequest.PLAIN));
      }
    }
    if (!refused) {
      // Once for these changes, and once for those that lvm2 does one by one, of which none is
      // here.
      plan.add(new Step.Backup()).add(new Step.Backup());
    }
    VgState after = execute(state, lv, plan.build(), commit && !reload);
    committed |= commit;
    return refused ? EachLv.Outcome.failed(after) : EachLv.Outcome.done(after);
  }

  private VgState execute(VgState state, LogicalVolume lv, Plan plan, boolean onlyCommits) {
    try {
      return new PlanExecutor(session).run(state, plan);
    } catch (FailedException e) {
      if (!onlyCommits) {
        throw e;
      }
      messages.error(e.getMessage());
      throw new FailedException("Failed to update metadata of " + path(state, lv) + " on disk.", e);
    }
  }

  private void requireInSync(VgState state, LogicalVolume lv, LvPropertyChange change) {
    if (change instanceof LvPropertyChange.WriteMostly mostly
        && !new RaidWork(commandSession, state, lv).target().status().inSync()) {
      throw new FailedException(
          "Unable to change write"
              + (mostly.mostly().isEmpty() ? "behind" : "mostly")
              + " on "
              + path(state, lv)
              + " while it is not in-sync.");
    }
  }

  /** Keeps the metadata of a group when all its volumes are done. */
  int backup(VgState state) {
    if (committed) {
      session.backups().backup(state.vg());
    }
    committed = false;
    return ExitStatus.OK;
  }

  /** lvm2 says nothing when it fixes a device number. */
  private static boolean givesNumber(LvPropertyChange change) {
    return change instanceof LvPropertyChange.DeviceNumber number && number.minor().isPresent();
  }

  private static boolean givesNumber(List<LvPropertyChange> changes) {
    for (LvPropertyChange change : changes) {
      if (givesNumber(change)) {
        return true;
      }
    }
    return false;
  }

  private boolean isActive(VgState state, LogicalVolume lv) {
    return session.activation().status(state, lv).exists();
  }

  /** A device gets its number when it is made. */
  private void stop(VgState state, LogicalVolume lv) {
    String path = path(state, lv);
    boolean agreed =
        commandSession.command().has(Opt.FORCE)
            || session
                .environment()
                .prompter()
                .confirm("Logical volume " + path + " will be deactivated temporarily. Continue?");
    if (!agreed) {
      throw new FailedException(path + " device number not changed.");
    }
    if (session.environment().testMode()) {
      return;
    }
    try {
      session.activation().deactivate(state, lv.id());
    } catch (LvmException e) {
      messages.error(e.getMessage());
      throw new FailedException("Cannot deactivate " + path + '.', e);
    }
  }

  /** Where the metadata has the wanted permission but the device has not, the device follows. */
  private boolean refreshed(VgState state, LogicalVolume lv, LvPropertyChange change) {
    if (!(change instanceof LvPropertyChange.Permission permission)
        || lv.isWritable() != permission.writable()) {
      return false;
    }
    LvStatus status = session.activation().status(state, lv);
    if (!status.exists() || status.readOnly() != permission.writable()) {
      return false;
    }
    messages.info(
        "Logical volume "
            + path(state, lv)
            + " is already "
            + (permission.writable() ? "writable" : "read-only")
            + ".  Refreshing kernel state.");
    if (!session.environment().testMode()) {
      session.activation().refresh(state, lv.id());
    }
    return true;
  }

  private static String path(VgState state, LogicalVolume lv) {
    return state.vg().name() + "/" + lv.name();
  }
}
