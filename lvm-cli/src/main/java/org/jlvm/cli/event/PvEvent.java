package org.jlvm.cli.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.parse.OptionGroup;
import org.jlvm.cli.parse.OptionValue;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.FewDevices;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.Hints;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.engine.online.OnlineFiles;
import org.jlvm.core.engine.scan.LabelScanner;
import org.jlvm.core.engine.scan.Scan;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;

/**
 * {@code pvscan --cache}, {@code --listvg}, {@code --listlvs}: looks at the devices that came, or
 * at all, notes what is on them, and may activate the groups that are complete with them.
 */
final class PvEvent {
  private final CommandContext context;
  private final ParsedCommand command;
  private final EventMessages messages;
  private final OnlineFiles online;

  PvEvent(CommandContext context, ParsedCommand command) {
    this.context = context;
    this.command = command;
    messages = new EventMessages(context.console());
    online = new OnlineFiles(OnlineFiles.RUN_DIRECTORY, context.console());
  }

  /** A device as the command line names it. */
  private record Named(Optional<String> name, Optional<DeviceNumber> number) {}

  int run() {
    boolean byEvents = context.settings().global().eventActivation();
    if (!byEvents && isIdle()) {
      return ExitStatus.OK;
    }
    boolean numbered = command.hasAny(Opt.MAJOR, Opt.MINOR);
    if (numbered && !(command.has(Opt.MAJOR) && command.has(Opt.MINOR))) {
      throw new UsageException("Both --major and --minor required to identify devices.");
    }
    online.setUp();
    if (command.operands().isEmpty() && !numbered) {
      return all();
    }
    if (!byEvents && !command.has(Opt.CHECKCOMPLETE)) {
      context.console().verbose("Ignoring pvscan --cache because event_activation is disabled.");
      return ExitStatus.OK;
    }
    Optional<String> cause = command.string(Opt.AUTOACTIVATION);
    if (cause.isPresent() && !cause.get().equals("event")) {
      messages.say("Skip pvscan for unknown autoactivation value.");
      return ExitStatus.OK;
    }
    return some();
  }

  /** Whether there is nothing to do because groups are not to be activated as devices come. */
  private boolean isIdle() {
    if (command.has(Opt.ACTIVATE)) {
      context
          .console()
          .verbose("Ignoring pvscan --cache -aay because event_activation is disabled.");
      return true;
    }
    if (!command.has(Opt.CHECKCOMPLETE)) {
      return false;
    }
    if (command.has(Opt.UDEVOUTPUT)) {
      context.console().output("LVM_EVENT_ACTIVATION=0\n");
    } else {
      messages.say("Ignoring pvscan with --checkcomplete because event_activation is disabled.");
    }
    return true;
  }

  private int all() {
    online.clear();
    resetHints();
    try (CommandSession session = CommandSession.open(context, command)) {
      PvArrivals arrivals = arrivals();
      for (ScannedPv pv : session.session().catalog().devices().values()) {
        arrivals.add(pv, session.session().catalog().scan());
      }
      Activations activations = new Activations(context, command, messages, online);
      return command.has(Opt.ACTIVATE)
          ? activations.inSession(session, arrivals.completeGroups())
          : ExitStatus.OK;
    }
  }

  private int some() {
    FewDevices finder = new FewDevices(context, command);
    List<LinuxDevice> found = new ArrayList<>();
    Set<DeviceNumber> gone = new LinkedHashSet<>();
    for (Named named : named()) {
      Optional<LinuxDevice> device = finder.find(named.name(), named.number());
      if (device.isPresent()) {
        found.add(device.get());
      } else {
        String number = named.number().map(DeviceNumber::toString).orElse("0:0");
        messages.error("No device set up for arg " + named.name().orElse("") + ' ' + number + '.');
        named.number().ifPresent(gone::add);
      }
    }
    for (DeviceNumber number : gone) {
      online.forget(number);
    }
    List<LinuxDevice> usable = found.isEmpty() ? found : finder.usable(found, true, messages::say);
    if (usable.isEmpty()) {
      return ExitStatus.OK;
    }
    Scan scan = LabelScanner.scan(List.<BlockDevice>copyOf(usable));
    for (Scan.Problem problem : scan.problems()) {
      context.console().show(problem.level(), problem.text());
    }
    PvArrivals arrivals = arrivals();
    for (ScannedPv pv : scan.pvs()) {
      arrivals.add(pv, scan);
    }
    if (arrivals.count() > 0) {
      resetHints();
    }
    if (!arrivals.isGood()) {
      return ExitStatus.FAILED;
    }
    return command.has(Opt.ACTIVATE)
        ? new Activations(context, command, messages, online)
            .afterScan(
                arrivals.completeGroups(),
                scan.pvs().size() == 1 ? arrivals.lastComplete() : Optional.empty())
        : ExitStatus.OK;
  }

  private PvArrivals arrivals() {
    return new PvArrivals(context, command, messages, online);
  }

  /** lvm2's list of devices with volumes does not have the new ones. */
  private void resetHints() {
    try {
      new Hints(OnlineFiles.RUN_DIRECTORY).invalidate();
    } catch (FailedException e) {
      context.console().debug(e.getMessage());
    }
  }

  private List<Named> named() {
    List<Named> named = new ArrayList<>();
    for (String operand : command.operands()) {
      if (operand.startsWith("/")) {
        named.add(new Named(Optional.of(operand), Optional.empty()));
        continue;
      }
      Optional<DeviceNumber> number = DeviceNumber.parse(operand);
      if (number.isPresent()) {
        named.add(new Named(Optional.empty(), number));
      } else {
        context
            .console()
            .warn("WARNING: Failed to parse major:minor from " + operand + ", skipping.");
      }
    }
    int major = -1;
    int minor = -1;
    for (OptionGroup group : command.groups()) {
      major = group.value(Opt.MAJOR).map(OptionValue::number).orElse((long) major).intValue();
      minor = group.value(Opt.MINOR).map(OptionValue::number).orElse((long) minor).intValue();
      if (major >= 0 && minor >= 0) {
        named.add(new Named(Optional.empty(), Optional.of(new DeviceNumber(major, minor))));
      }
    }
    return named;
  }
}
