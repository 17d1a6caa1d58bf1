package org.jlvm.cli.vg;

import java.util.Optional;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.activation.LvStatus;
import org.jlvm.core.engine.online.OnlineFiles;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.LvRelations;

/** The volumes of a whole group, activated, deactivated or refreshed. */
public final class VgActivation {
  private final ParsedCommand command;
  private final Session session;
  private final Activation activation;
  private final Messages messages;
  private final Optional<OnlineFiles> online;

  public VgActivation(CommandSession commandSession) {
    command = commandSession.command();
    session = commandSession.session();
    activation = session.activation();
    messages = session.environment().messages();
    online = commandSession.online();
  }

  /** Whether {@code --activate} is to make devices rather than to remove them. */
  static boolean isActivating(ParsedCommand command) {
    return !command.string(Opt.ACTIVATE, "y").endsWith("n");
  }

  /** How many volumes have devices, hidden ones not counted. */
  int activeCount(VgState state) {
    if (!activation.isAvailable()) {
      return 0;
    }
    LvRelations relations = LvRelations.of(state.vg());
    int active = 0;
    for (LogicalVolume lv : state.vg().lvs()) {
      active += relations.isVisible(lv) && activation.status(state, lv).exists() ? 1 : 0;
    }
    return active;
  }

  /** As {@link #change} for a group whose devices are on their way: no part of it comes alone. */
  public boolean changeIfComplete(VgState state) {
    if (isActivating(command) && !state.vg().flags().has(Flag.NOAUTOACTIVATE)) {
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
    boolean automatic = command.string(Opt.ACTIVATE, "y").startsWith("a");
    if (automatic && state.vg().flags().has(Flag.NOAUTOACTIVATE)) {
      return true;
    }
    boolean activating = isActivating(command);
    if (!activating && !requireClosed(state)) {
      return false;
    }
    if (activating) {
      session.keepBackupCurrent(state);
    }
    boolean good = true;
    if (activation.isAvailable() && !session.environment().testMode()) {
      LvRelations relations = LvRelations.of(state.vg());
      for (LogicalVolume lv : state.vg().lvs()) {
        if (isOwn(relations, lv) && (!activating || isWanted(lv, automatic))) {
          good &= changeOne(state, lv, activating);
        }
      }
    }
    messages.info(
        activeCount(state)
            + " logical volume(s) in volume group \""
            + state.vg().name()
            + "\" now active");
    return good;
  }

  /** Snapshots come and go with their origin. */
  private static boolean isOwn(LvRelations relations, LogicalVolume lv) {
    return relations.isVisible(lv) && !relations.isCow(lv.id());
  }

  private boolean isWanted(LogicalVolume lv, boolean automatic) {
    if (automatic && lv.flags().has(Flag.NOAUTOACTIVATE)) {
      return false;
    }
    return !lv.flags().has(Flag.ACTIVATION_SKIP) || command.has(Opt.IGNOREACTIVATIONSKIP);
  }

  private boolean requireClosed(VgState state) {
    if (!activation.isAvailable()) {
      return true;
    }
    int open = 0;
    LvRelations relations = LvRelations.of(state.vg());
    for (LogicalVolume lv : state.vg().lvs()) {
      LvStatus status = activation.status(state, lv);
      if (relations.isVisible(lv) && status.isOpen()) {
        if (open++ == 0) {
          messages.error("Logical volume " + state.vg().name() + '/' + lv.name() + " in use.");
        }
      }
    }
    if (open > 0) {
      messages.error(
          "Can't deactivate volume group \""
              + state.vg().name()
              + "\" with "
              + open
              + " open logical volume(s)");
    }
    return open == 0;
  }

  private boolean changeOne(VgState state, LogicalVolume lv, boolean activating) {
    try {
      if (activating) {
        activation.activate(state, lv.id(), Step.ActivationRequest.PLAIN);
      } else {
        activation.deactivate(state, lv.id());
        online.ifPresent(files -> files.release(state.vg().name()));
      }
      return true;
    } catch (LvmException e) {
      messages.error(e.getMessage());
      return false;
    }
  }

  /** Loads the current metadata into the devices of active volumes again. */
  void refresh(VgState state) {
    messages.verbose("Refreshing volume group \"" + state.vg().name() + '"');
    if (!activation.isAvailable() || session.environment().testMode()) {
      return;
    }
    LvRelations relations = LvRelations.of(state.vg());
    for (LogicalVolume lv : state.vg().lvs()) {
      if (isOwn(relations, lv) && activation.status(state, lv).exists()) {
        activation.refresh(state, lv.id());
      }
    }
  }
}
