package org.jlvm.cli.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachVg;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.FewDevices;
import org.jlvm.cli.vg.VgActivation;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.inventory.ChosenInventory;
import org.jlvm.core.engine.online.OnlineFiles;
import org.jlvm.core.engine.online.OnlinePv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;

/** {@code pvscan --cache -aay}: activates groups that are complete. */
record Activations(
    CommandContext context, ParsedCommand command, EventMessages messages, OnlineFiles online) {
  /** All devices were read by the session already. */
  int inSession(CommandSession session, List<String> complete) {
    List<String> groups = claimed(complete);
    return groups.isEmpty() ? ExitStatus.OK : activate(session, groups);
  }

  /**
   * Only some devices were read.
   *
   * @param vg the group, if it is one alone and the volume that came had its metadata
   */
  int afterScan(List<String> complete, Optional<VolumeGroup> vg) {
    List<String> groups = claimed(complete);
    if (groups.isEmpty()) {
      return ExitStatus.OK;
    }
    if (vg.isPresent() && groups.size() == 1) {
      Optional<List<LinuxDevice>> devices = devices(vg.get());
      if (devices.isPresent()) {
        try (CommandSession session =
            CommandSession.open(context, command, new ChosenInventory(devices.get()))) {
          return activate(session, groups);
        }
      }
      messages.say("VG " + groups.get(0) + " not using quick activation.");
    }
    try (CommandSession session = CommandSession.open(context, command)) {
      return activate(session, groups);
    }
  }

  /** Of several commands that find a group complete, the first one activates it. */
  private List<String> claimed(List<String> complete) {
    List<String> claimed = new ArrayList<>();
    for (String vg : complete) {
      if (online.claim(vg)) {
        messages.say("VG " + vg + " run autoactivation.");
        claimed.add(vg);
      } else {
        messages.say("VG " + vg + " skip autoactivation.");
      }
    }
    return claimed;
  }

  /** The devices of a group by what was noted of its volumes; empty if that cannot be right. */
  private Optional<List<LinuxDevice>> devices(VolumeGroup vg) {
    FewDevices finder = new FewDevices(context, command);
    List<LinuxDevice> devices = new ArrayList<>();
    for (PhysicalVolume pv : vg.pvs()) {
      Optional<OnlinePv> noted = online.read(pv.id().value());
      if (noted.isEmpty()) {
        return Optional.empty();
      }
      OnlinePv found = noted.get();
      if (found.vg().isPresent() && !found.vg().get().equals(vg.name().value())) {
        messages.error(
            ("Wrong VG found for " + found.number() + " PVID " + found.pvid())
                + (": " + vg.name() + " vs " + found.vg().get()));
        return Optional.empty();
      }
      Optional<LinuxDevice> device = finder.find(found.deviceName(), Optional.of(found.number()));
      if (device.isEmpty()) {
        messages.error(
            ("No device set up for online PV " + found.number())
                + (' ' + found.deviceName().orElse("") + " PVID " + found.pvid()));
        return Optional.empty();
      }
      devices.add(device.get());
    }
    return Optional.of(devices);
  }

  private int activate(CommandSession session, List<String> groups) {
    return new EachVg(session, VgAccess.ACTIVATE)
        .run(groups, false, state -> true, state -> activate(session, state));
  }

  private int activate(CommandSession session, VgState state) {
    boolean good;
    try {
      good = new VgActivation(session).changeIfComplete(state);
    } catch (LvmException e) {
      context.console().error(e.getMessage());
      good = false;
    }
    if (!good) {
      messages.error(state.vg().name() + ": autoactivation failed.");
    }
    return good ? ExitStatus.OK : ExitStatus.FAILED;
  }
}
