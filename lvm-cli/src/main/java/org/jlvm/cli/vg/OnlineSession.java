package org.jlvm.cli.vg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.console.Console;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.FewDevices;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.inventory.ChosenInventory;
import org.jlvm.core.engine.online.OnlineFiles;
import org.jlvm.core.engine.online.OnlinePv;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.VgName;

/**
 * {@code vgchange --autoactivation event}, which udev's rules start when a group is complete: only
 * the devices that {@code pvscan --cache} noted are looked at, if that works out.
 */
final class OnlineSession {
  private final CommandContext context;
  private final ParsedCommand command;
  private final Console console;
  private final OnlineFiles online;

  private OnlineSession(CommandContext context, ParsedCommand command) {
    this.context = context;
    this.command = command;
    console = context.console();
    online = new OnlineFiles(OnlineFiles.RUN_DIRECTORY, console);
  }

  /** Opens it; empty if the command has nothing to do, which is told. */
  static Optional<CommandSession> open(CommandContext context, ParsedCommand command) {
    if (!command.string(Opt.AUTOACTIVATION, "event").equals("event")) {
      context.console().print("Skip vgchange for unknown autoactivation value.");
      return Optional.empty();
    }
    if (!context.settings().global().eventActivation()) {
      context.console().print("Skip vgchange for event and event_activation=0.");
      return Optional.empty();
    }
    OnlineSession opening = new OnlineSession(context, command);
    List<String> operands = command.operands();
    Optional<VgName> vg =
        operands.size() == 1 && VgName.isValid(operands.get(0))
            ? Optional.of(new VgName(operands.get(0)))
            : Optional.empty();
    return Optional.of(vg.isPresent() ? opening.forGroup(vg.get()) : opening.forAll());
  }

  private CommandSession forAll() {
    Optional<List<LinuxDevice>> devices =
        online.isSetUp() ? devices(online.volumes(Optional.empty())) : Optional.empty();
    if (devices.isEmpty()) {
      console.print("PVs online error, using all devices.");
      return CommandSession.open(context, command);
    }
    return CommandSession.open(context, command, new ChosenInventory(devices.get()));
  }

  private CommandSession forGroup(VgName vg) {
    Optional<List<LinuxDevice>> devices = online.isSetUp() ? devices(noted(vg)) : Optional.empty();
    if (devices.isEmpty()) {
      console.print("PVs online error for VG " + vg + ", using all devices.");
    } else if (devices.get().isEmpty()) {
      console.print("PVs online not found for VG " + vg + ", using all devices.");
    } else {
      CommandSession session =
          CommandSession.open(context, command, new ChosenInventory(devices.get()));
      boolean whole = false;
      try {
        whole = isWhole(session, vg);
      } finally {
        if (!whole) {
          session.close();
        }
      }
      if (whole) {
        return session;
      }
      console.print("PVs online incomplete for VG " + vg + ", using all devices.");
    }
    return CommandSession.open(context, command);
  }

  /** The group's lock is taken before the devices are read and stays until the end. */
  private static boolean isWhole(CommandSession session, VgName vg) {
    session.session().locks().lockVgForActivation(vg);
    for (VgCatalog.VgIdentity identity : session.session().catalog().named(vg)) {
      Optional<VgState> state = session.session().catalog().state(identity);
      if (state.isPresent()
          && state.get().vg().pvs().size() > session.session().catalog().scan().pvs().size()) {
        return false;
      }
    }
    return true;
  }

  /** By the list of its volumes, or else by what each volume's own metadata told. */
  private List<OnlinePv> noted(VgName vg) {
    Optional<List<String>> ids = online.listed(vg.value());
    List<OnlinePv> found = new ArrayList<>();
    for (String id : ids.orElse(List.of())) {
      Optional<OnlinePv> pv = online.read(id);
      if (pv.isEmpty() || pv.get().vg().filter(name -> !name.equals(vg.value())).isPresent()) {
        return online.volumes(Optional.of(vg.value()));
      }
      found.add(pv.get());
    }
    return ids.isPresent() ? found : online.volumes(Optional.of(vg.value()));
  }

  /** The devices of volumes that may be used; empty if one is not there. */
  private Optional<List<LinuxDevice>> devices(List<OnlinePv> pvs) {
    FewDevices finder = new FewDevices(context, command);
    List<LinuxDevice> devices = new ArrayList<>(pvs.size());
    for (OnlinePv pv : pvs) {
      Optional<LinuxDevice> device = finder.find(pv.deviceName(), Optional.of(pv.number()));
      if (device.isEmpty()) {
        console.error("No device found for " + pv.number() + " PVID " + pv.pvid() + '.');
        return Optional.empty();
      }
      devices.add(device.get());
    }
    return Optional.of(devices.isEmpty() ? devices : finder.usable(devices, false, console::info));
  }
}
