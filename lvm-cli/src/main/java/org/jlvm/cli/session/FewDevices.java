package org.jlvm.cli.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.core.config.settings.LvmSettings;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.discovery.DeviceCatalog;
import org.jlvm.core.device.discovery.SingleDevices;
import org.jlvm.core.device.filter.Exclusion;
import org.jlvm.core.device.filter.FilterChain;
import org.jlvm.core.device.id.DeviceUse;
import org.jlvm.core.device.id.DeviceUses;
import org.jlvm.core.device.id.IdType;
import org.jlvm.core.device.scan.DeviceScanner;
import org.jlvm.core.device.scan.DevicesFileLimit;
import org.jlvm.core.device.scan.Machine;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.ondisk.PvLabel;

/**
 * A few devices that a command was told of, found and checked without a look at the others: at
 * start-up, hundreds of commands may be busy with a device each.
 */
public final class FewDevices {
  private final CommandContext context;
  private final ParsedCommand command;
  private final LvmSettings settings;
  private final Machine machine;
  private final DeviceScanner scanner;

  public FewDevices(CommandContext context, ParsedCommand command) {
    this.context = context;
    this.command = command;
    settings = context.settings();
    machine = Machine.here(context.console());
    scanner = LinuxDevices.scanner(context, command, settings, machine);
  }

  /** The device of a name or a number; what is wrong with it is told. */
  public Optional<LinuxDevice> find(Optional<String> name, Optional<DeviceNumber> number) {
    String directory = settings.devices().dir();
    String devices = directory.endsWith("/") ? directory : directory + '/';
    return new SingleDevices(devices, machine.sysfs(), context.console())
        .find(name, number, List.of());
  }

  /** Whether a look at the end of a device shows that it is part of an md array. */
  public boolean isArrayComponent(LinuxDevice device) {
    return scanner
        .filters(new DeviceScanner.DevicesList(Set.of(device.deviceNumber())), true)
        .check(device)
        .exclusion()
        .equals(Optional.of(Exclusion.MD_COMPONENT));
  }

  /**
   * The devices among some that hold physical volumes and may be used.
   *
   * @param byName whether filters by name apply; udev may not have made all names yet
   * @param refusals takes a line for each of the others
   */
  public List<LinuxDevice> usable(
      List<LinuxDevice> devices, boolean byName, Consumer<String> refusals) {
    DevicesFileLimit.Outcome listed =
        LinuxDevices.limit(scanner, machine, settings)
            .resolve(LinuxDevices.wishes(command, settings), new DeviceCatalog(devices));
    boolean byVolume = listed.uses().filter(FewDevices::goesByNames).isPresent();
    boolean unlimited = listed.limit() instanceof DeviceScanner.Unlimited;
    DeviceScanner.Limit limit =
        byVolume || (unlimited && !byName)
            ? new DeviceScanner.DevicesList(numbers(devices))
            : listed.limit();
    FilterChain filters = scanner.filters(limit, false);
    boolean named = unlimited && byName && devices.size() == 1;
    List<FilterChain.Verdict> verdicts = new ArrayList<>(devices.size());
    for (LinuxDevice device : devices) {
      FilterChain.Verdict verdict = filters.checkOutside(named ? withAllNames(device) : device);
      if (verdict.isUsable()) {
        verdicts.add(verdict);
      } else {
        refusals.accept(excluded(device, verdict));
      }
    }
    List<LinuxDevice> usable = new ArrayList<>(verdicts.size());
    for (FilterChain.Verdict verdict : verdicts) {
      Optional<String> refusal =
          labelRefusal(verdict, byVolume ? listed.uses() : Optional.empty())
              .or(() -> contentsRefusal(filters, verdict));
      refusal.ifPresentOrElse(refusals, () -> usable.add(original(devices, verdict)));
    }
    return usable;
  }

  /** Names of devices change, so their volumes' ids must tell whether the file lists them. */
  private static boolean goesByNames(DeviceUses uses) {
    for (DeviceUse use : uses.uses()) {
      if (use.entry().isType(IdType.DEVNAME)) {
        return true;
      }
    }
    return false;
  }

  private static Set<DeviceNumber> numbers(List<LinuxDevice> devices) {
    Set<DeviceNumber> numbers = new HashSet<>();
    for (LinuxDevice device : devices) {
      numbers.add(device.deviceNumber());
    }
    return numbers;
  }

  private static Optional<String> labelRefusal(
      FilterChain.Verdict verdict, Optional<DeviceUses> uses) {
    String name = verdict.device().name();
    try {
      Optional<PvLabel> label = PvLabel.find(verdict.candidate().head()).label();
      if (label.isEmpty()) {
        return Optional.of(name + " not an lvm device.");
      }
      return uses.isPresent() && uses.get().forPvid(label.get().pv().uuid()).isEmpty()
          ? Optional.of(name + " excluded by devices file (checking PVID).")
          : Optional.empty();
    } catch (DeviceException e) {
      return Optional.of(name + " cannot read label.");
    }
  }

  private static Optional<String> contentsRefusal(
      FilterChain filters, FilterChain.Verdict verdict) {
    FilterChain.Verdict whole = filters.checkContents(verdict);
    return whole.isUsable() ? Optional.empty() : Optional.of(excluded(verdict.device(), whole));
  }

  private static String excluded(LinuxDevice device, FilterChain.Verdict verdict) {
    String reason = verdict.exclusion().map(Exclusion::reason).orElse("");
    return device.name() + " excluded: " + reason + '.';
  }

  /** Filters may have chosen another name to be shown, which need not be there yet. */
  private static LinuxDevice original(List<LinuxDevice> devices, FilterChain.Verdict verdict) {
    for (LinuxDevice device : devices) {
      if (device.deviceNumber().equals(verdict.device().deviceNumber())) {
        return device;
      }
    }
    return verdict.device();
  }

  /** With the links that udev is about to make, or else with those that are there. */
  private LinuxDevice withAllNames(LinuxDevice device) {
    if (settings.devices().filter().isEmpty() && settings.devices().globalFilter().isEmpty()) {
      return device;
    }
    List<String> names = new ArrayList<>(device.names());
    Optional<String> links = context.process().variable("DEVLINKS");
    List<String> others =
        links.isPresent()
            ? List.of(links.get().split(" ", -1))
            : scanner
                .catalog()
                .byNumber(device.deviceNumber())
                .map(LinuxDevice::names)
                .orElse(List.of());
    for (String other : others) {
      if (!other.isEmpty() && !names.contains(other)) {
        names.add(other);
      }
    }
    return new LinuxDevice(names, device.deviceNumber(), device.sysfs());
  }
}
