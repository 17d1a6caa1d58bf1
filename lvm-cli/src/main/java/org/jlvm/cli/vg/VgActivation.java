package org.jlvm.cli.vg;

import java.util.Optional;
import org.jlvm.cli.poll.BackgroundWork;
import org.jlvm.cli.process.LvActivator;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.MonitorMode;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.activation.VolumeMonitor;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.segtype.LvRelations;

/** The volumes of a whole group, activated, deactivated or refreshed. */
public final class VgActivation {
  private final CommandSession commandSession;
  private final Session session;
  private final Activation activation;
  private final Messages messages;
  private final BackgroundWork background;

  public VgActivation(CommandSession commandSession) {
    this.commandSession = commandSession;
    session = commandSession.session();
    activation = session.activation();
    messages = session.environment().messages();
    background = new BackgroundWork(commandSession);
  }

  /** How many volumes have devices, hidden ones not counted. */
  int activeCount(VgState state) {
    if (!activation.isAvailable()) {
      return 0;
    }
    LvRelations relations = LvRelations.of(state.vg());
    int active = 0;
    for (LogicalVolume lv : state.vg().lvs()) {
      active += relations.isVisible(lv) && activation.isActive(state, lv) ? 1 : 0;
    }
    return active;
  }

  /** As {@link #change} for a group whose devices are on their way: no part of it comes alone. */
  public boolean changeIfComplete(VgState state) {
    if (LvActivator.isActivating(commandSession.command())
        && !state.vg().flags().has(Flag.NOAUTOACTIVATE)) {
      for (PhysicalVolume pv : state.vg().pvs()) {
        if (state.device(pv.id()).isEmpty()) {
          messages.print("VG " + state.vg().name() + " is incomplete.");
          return true;
        }
      }
    }
    return change(state);
  }

  /** As {@code --activate} says; false if not all could be done, which is told. */
  boolean change(VgState state) {
    LvActivator activator = new LvActivator(commandSession);
    activator.requireOwn(state);
    if (activator.automatic() && state.vg().flags().has(Flag.NOAUTOACTIVATE)) {
      messages.debug("Autoactivation is disabled for VG " + state.vg().name() + ".");
      return true;
    }
    if (!activator.activating() && !requireClosed(state)) {
      return false;
    }
    if (activator.activating()) {
      session.keepBackupCurrent(state);
      tellActive(state);
    }
    boolean good = !activator.activating() || monitorActive(state);
    good &= changeAll(state, activator);
    activation.settle();
    messages.info(
        activeCount(state)
            + " logical volume(s) in volume group \""
            + state.vg().name()
            + "\" now active");
    return good;
  }

  /** Has the active volumes watched or not, as {@code --monitor} says; false if one could not. */
  boolean changeMonitoring(VgState state) {
    if (activeCount(state) == 0 || commandSession.monitorMode() == MonitorMode.IGNORE) {
      return true;
    }
    Monitored result = monitor(state);
    messages.info(result.count() + " logical volume(s) in volume group " + result.text());
    return result.good();
  }

  /**
   * What came of it.
   *
   * @param count volumes that are as wanted
   * @param text what they are, after a name of lvm2's for them
   */
  private record Monitored(int count, String text, boolean good) {}

  /** Plain volumes need no watching, but lvm2 counts them. */
  private Monitored monitor(VgState state) {
    boolean on = commandSession.monitorMode() == MonitorMode.ON;
    VolumeMonitor monitor = commandSession.monitor();
    int count = 0;
    boolean good = true;
    for (LogicalVolume lv : state.vg().lvs()) {
      if (lv.flags().has(Flag.PVMOVE)
          || LvRelations.isSnapshotLink(lv)
          || !activation.isActive(state, lv)) {
        continue;
      }
      boolean done =
          session.environment().testMode()
              || (on ? monitor.watch(state, lv) : monitor.unwatch(state, lv));
      count += done ? 1 : 0;
      good &= done;
    }
    String text = "\"" + state.vg().name() + "\" " + (on ? "" : "un") + "monitored";
    return new Monitored(count, text, good);
  }

  /** Those that are active before the command, which does no more to them. */
  private boolean monitorActive(VgState state) {
    if (commandSession.monitorMode() == MonitorMode.IGNORE || activeCount(state) == 0) {
      return true;
    }
    Monitored result = monitor(state);
    messages.verbose(
        result.count() + " existing logical volume(s) in volume group " + result.text());
    return result.good();
  }

  private void tellActive(VgState state) {
    if (messages.shows(Level.VERBOSE)) {
      int active = activeCount(state);
      if (active > 0) {
        messages.verbose(
            active
                + " logical volume(s) in volume group \""
                + state.vg().name()
                + "\" already active");
      }
    }
  }

  private boolean changeAll(VgState state, LvActivator activator) {
    int expected = 0;
    int changed = 0;
    LvRelations relations = LvRelations.of(state.vg());
    for (LogicalVolume lv : state.vg().lvs()) {
      boolean component = !activator.activating() && LvActivator.isComponent(relations, lv);
      if ((isOwn(relations, lv) || component) && activator.wants(state, lv)) {
        expected++;
        try {
          activator.change(state, lv);
          changed++;
        } catch (LvmException e) {
          messages.error(e.getMessage());
        }
      }
    }
    if (expected > 0) {
      messages.verbose(
          (activator.activating() ? "Activated " : "Deactivated ")
              + changed
              + " logical volumes in volume group "
              + state.vg().name()
              + '.');
    }
    if (changed > 0 && activator.activating()) {
      background.follow(state);
    }
    return changed == expected;
  }

  /** Has everything that goes on in the group followed. */
  void poll(VgState state) {
    background.follow(state);
  }

  /** Snapshots come and go with their origin, unless that is hidden. */
  private static boolean isOwn(LvRelations relations, LogicalVolume lv) {
    return relations.isVisible(lv) && (!relations.isCow(lv.id()) || relations.isSparse(lv.id()));
  }

  private boolean requireClosed(VgState state) {
    int open = openCount(state);
    if (open == 0) {
      return true;
    }
    LvRelations relations = LvRelations.of(state.vg());
    for (LogicalVolume lv : state.vg().lvs()) {
      Optional<String> reason =
          relations.isVisible(lv) ? activation.whyInUse(state, lv) : Optional.empty();
      if (reason.isPresent()) {
        String vg = state.vg().name().value();
        messages.error("Logical volume " + vg + '/' + lv.name() + ' ' + reason.get());
        messages.error(
            "Can't deactivate volume group \""
                + vg
                + "\" with "
                + open
                + " open logical volume(s)");
        return false;
      }
    }
    return true;
  }

  private int openCount(VgState state) {
    if (!activation.isAvailable()) {
      return 0;
    }
    int open = 0;
    LvRelations relations = LvRelations.of(state.vg());
    for (LogicalVolume lv : state.vg().lvs()) {
      open += relations.isVisible(lv) && activation.status(state, lv).isOpen() ? 1 : 0;
    }
    return open;
  }

  /** Loads the current metadata into the devices of active volumes again. */
  boolean refresh(VgState state) {
    messages.verbose("Refreshing volume group \"" + state.vg().name() + '"');
    boolean live = activation.isAvailable() && !session.environment().testMode();
    LvActivator activator = new LvActivator(commandSession);
    LvRelations relations = LvRelations.of(state.vg());
    boolean good = true;
    for (LogicalVolume lv : state.vg().lvs()) {
      if (isOwn(relations, lv)) {
        try {
          activator.requireWhole(state, lv);
          if (live) {
            activation.refresh(state, lv.id());
            background.followMerge(state, lv);
          }
        } catch (LvmException e) {
          messages.error(e.getMessage());
          good = false;
        }
      }
    }
    return good;
  }
}
