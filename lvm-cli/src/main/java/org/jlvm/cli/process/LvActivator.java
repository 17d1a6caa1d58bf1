package org.jlvm.cli.process;

import java.util.Optional;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.activation.ActivationPolicy;
import org.jlvm.core.engine.online.OnlineFiles;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.lv.ActivationChoice;
import org.jlvm.core.segtype.LvRelations;

/** Activates or deactivates volumes, as {@code --activate} says. */
public final class LvActivator implements ActivationChoice {
  private final Session session;
  private final ActivationPolicy policy;
  private final Optional<OnlineFiles> online;
  private final Messages messages;
  private final boolean activating;
  private final boolean automatic;
  private final boolean ignoresSkipping;
  private final boolean allowsDuplicates;
  private final boolean partial;

  public LvActivator(CommandSession commandSession) {
    ParsedCommand command = commandSession.command();
    session = commandSession.session();
    policy = commandSession.activationPolicy();
    online = commandSession.online();
    messages = session.environment().messages();
    activating = isActivating(command);
    automatic = command.string(Opt.ACTIVATE, "y").indexOf('a') >= 0;
    partial =
        command.has(Opt.PARTIAL)
            || command
                .string(Opt.ACTIVATIONMODE)
                .orElse(commandSession.settings().activation().activationMode())
                .equals("partial");
    ignoresSkipping = command.has(Opt.IGNOREACTIVATIONSKIP);
    allowsDuplicates = commandSession.settings().devices().allowChangesWithDuplicatePvs();
  }

  /** Whether {@code --activate} is to make devices rather than to remove them. */
  public static boolean isActivating(ParsedCommand command) {
    return command.string(Opt.ACTIVATE, "y").indexOf('n') < 0;
  }

  /** Whether a volume is hidden because another one is made of it. */
  public static boolean isComponent(LvRelations relations, LogicalVolume lv) {
    return !relations.isVisible(lv)
        && !LvRelations.isSnapshotLink(lv)
        && !lv.flags().has(Flag.PVMOVE)
        && !relations.usersOf(lv.id()).isEmpty();
  }

  public boolean activating() {
    return activating;
  }

  /** Whether volumes are activated because devices appeared, not because someone wants them. */
  public boolean automatic() {
    return automatic;
  }

  /**
   * A group of another host can be reached while volumes of it are active here.
   *
   * @throws FailedException if more of them are to be activated
   */
  public void requireOwn(VgState state) {
    Optional<String> local = session.environment().host().systemId();
    Optional<String> owner = state.vg().systemId();
    if (activating && owner.isPresent() && local.isPresent() && !owner.equals(local)) {
      throw new FailedException("Cannot activate LVs in a foreign VG.");
    }
  }

  /** Whether a volume that could be changed is to be: flags and lists may say no. */
  public boolean wants(VgState state, LogicalVolume lv) {
    if (isSkipped(state.vg(), lv)) {
      return false;
    }
    if (!automatic) {
      return true;
    }
    return policy.allowsAutomatic(state.vg(), lv)
        && !lv.flags().has(Flag.NOAUTOACTIVATE)
        && !state.vg().flags().has(Flag.NOAUTOACTIVATE);
  }

  /** Whether a new volume is to be active: flags against automatic activation do not matter yet. */
  @Override
  public boolean activates(VolumeGroup vg, LogicalVolume lv) {
    return activating && (!automatic || policy.allowsAutomatic(vg, lv)) && !isSkipped(vg, lv);
  }

  @Override
  public boolean isReadOnly(VolumeGroup vg, LogicalVolume lv) {
    return policy.isReadOnly(vg, lv);
  }

  private boolean isSkipped(VolumeGroup vg, LogicalVolume lv) {
    boolean skipped = activating && lv.flags().has(Flag.ACTIVATION_SKIP) && !ignoresSkipping;
    if (skipped) {
      messages.verbose(
          "ACTIVATION_SKIP flag set for LV "
              + vg.name()
              + '/'
              + lv.name()
              + ", skipping activation.");
    }
    return skipped;
  }

  /**
   * Makes or removes the device.
   *
   * @throws org.jlvm.core.error.LvmException if that fails
   */
  public void change(VgState state, LogicalVolume lv) {
    if (activating) {
      requireNoDuplicates(state);
    }
    messages.verbose(
        (activating ? "Activating" : "Deactivating")
            + " logical volume "
            + state.vg().name()
            + '/'
            + lv.name()
            + '.');
    Activation activation = session.activation();
    if (!activation.isAvailable() || session.environment().testMode()) {
      return;
    }
    if (activating) {
      activation.activate(state, lv.id(), Step.ActivationRequest.PLAIN);
    } else {
      activation.deactivate(state, lv.id());
      online.ifPresent(files -> files.release(state.vg().name()));
    }
  }

  /**
   * Refuses to load anew what lost a part, unless that was asked for.
   *
   * @throws FailedException if so
   */
  public void requireWhole(VgState state, LogicalVolume lv) {
    if (!partial && state.isPartial(lv)) {
      throw new FailedException(
          "Refusing refresh of partial LV "
              + state.vg().name()
              + '/'
              + lv.name()
              + ". Use '--activationmode partial' to override.");
    }
  }

  private void requireNoDuplicates(VgState state) {
    if (allowsDuplicates) {
      return;
    }
    for (ScannedPv duplicate : session.catalog().unusedDuplicates()) {
      if (state.vg().findPv(duplicate.id()).isPresent()) {
        throw new FailedException(
            "Cannot activate LVs in VG "
                + state.vg().name()
                + " while PVs appear on duplicate devices.");
      }
    }
  }
}
