package org.jlvm.core.device.scan;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jlvm.core.concurrent.Concurrently;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.discovery.DeviceCatalog;
import org.jlvm.core.device.discovery.DeviceDirectories;
import org.jlvm.core.device.discovery.DeviceTypes;
import org.jlvm.core.device.discovery.NamePreference;
import org.jlvm.core.device.filter.Candidate;
import org.jlvm.core.device.filter.DeviceFilter;
import org.jlvm.core.device.filter.DeviceIdFilter;
import org.jlvm.core.device.filter.Exclusion;
import org.jlvm.core.device.filter.FilterChain;
import org.jlvm.core.device.filter.MdComponentFilter;
import org.jlvm.core.device.filter.MultipathFilter;
import org.jlvm.core.device.filter.MultipathWwids;
import org.jlvm.core.device.filter.NameFilter;
import org.jlvm.core.device.filter.PartitionedFilter;
import org.jlvm.core.device.filter.SignatureFilter;
import org.jlvm.core.device.filter.SysfsFilter;
import org.jlvm.core.device.filter.TypeFilter;
import org.jlvm.core.device.filter.UsableFilter;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.InitializationException;

/** Finds the devices of a Linux machine and tells which may be used. */
public final class DeviceScanner {
  private final DeviceSettings settings;
  private final Machine machine;
  private final DeviceTypes types;
  private final NamePreference preference;

  /**
   * Reads {@code /proc/devices}.
   *
   * @throws org.jlvm.core.error.LvmException if that fails, or a pattern in the settings is bad
   */
  public DeviceScanner(DeviceSettings settings, Machine machine) {
    this.settings = settings;
    this.machine = machine;
    this.types = DeviceTypes.read(machine.proc(), settings.types());
    this.preference = preference();
  }

  private NamePreference preference() {
    try {
      return new NamePreference(settings.dir(), settings.preferredNames(), machine.messages());
    } catch (FailedException e) {
      machine.messages().error(e.getMessage());
      throw new InitializationException(
          "Preferred device name pattern matcher creation failed.", e);
    }
  }

  public DeviceTypes types() {
    return types;
  }

  /** All block devices with their names; nothing is opened. */
  public DeviceCatalog catalog() {
    return new DeviceDirectories(preference, machine.sysfs(), machine.messages())
        .scan(settings.scan());
  }

  /** What limits the devices besides the filters of the configuration. */
  public sealed interface Limit {}

  /** No devices file and no list of devices, or neither is to count: name filters apply. */
  public record Unlimited() implements Limit {}

  /** Only these, which the devices file names; name filters do not apply. */
  public record DevicesFile(Set<DeviceNumber> matched) implements Limit {}

  /** Only these, which {@code --devices} names; name filters do not apply. */
  public record DevicesList(Set<DeviceNumber> matched) implements Limit {}

  /**
   * The filters to use.
   *
   * @param thorough whether to be certain that nothing else is on a device, as the command might
   *     make a physical volume of it, or there are others that need a closer look
   */
  public FilterChain filters(Limit limit, boolean thorough) {
    List<NameFilter> names = new ArrayList<>(2);
    if (limit instanceof Unlimited) {
      addNameFilter(names, settings.globalFilter(), "global regex");
      addNameFilter(names, settings.filter(), "regex");
    }
    return new FilterChain(names, !preference.isConfigured(), outside(limit), reading(thorough));
  }

  private void addNameFilter(List<NameFilter> names, List<String> patterns, String kind) {
    if (patterns.isEmpty()) {
      return;
    }
    try {
      names.add(NameFilter.parse(patterns, machine.messages()));
    } catch (FailedException e) {
      machine.messages().error(e.getMessage());
      throw new FailedException("Failed to create " + kind + " device filter", e);
    }
  }

  private List<DeviceFilter> outside(Limit limit) {
    List<DeviceFilter> filters = new ArrayList<>(5);
    filters.add(new TypeFilter(types));
    if (limit instanceof DevicesFile file) {
      filters.add(new DeviceIdFilter(file.matched(), Exclusion.DEVICES_FILE));
    } else if (limit instanceof DevicesList list) {
      filters.add(new DeviceIdFilter(list.matched(), Exclusion.DEVICES_LIST));
    }
    if (settings.sysfsScan() && Files.exists(machine.sysfs().root().resolve("dev/block"))) {
      filters.add(new SysfsFilter(machine.sysfs()));
    }
    filters.add(
        new UsableFilter(
            types,
            machine.mappedDevices(),
            settings.pvMinSize(),
            settings.ignoreSuspendedDevices(),
            settings.ignoreLvmMirrors(),
            settings.scanLvs()));
    if (settings.multipathComponentDetection()) {
      filters.add(
          new MultipathFilter(types, machine.sysfs(), machine.mappedDevices(), claimedWwids()));
    }
    return filters;
  }

  private Set<String> claimedWwids() {
    return settings.multipathWwidsFile().isPresent()
        ? MultipathWwids.read(settings.multipathWwidsFile().get(), machine.etc())
        : Set.of();
  }

  private List<DeviceFilter> reading(boolean thorough) {
    List<DeviceFilter> filters = new ArrayList<>(3);
    filters.add(new PartitionedFilter(types, machine.sysfs()));
    filters.add(new SignatureFilter());
    if (settings.mdComponentDetection()) {
      boolean atEnd =
          switch (settings.mdComponentChecks()) {
            case AUTO -> thorough;
            case START -> false;
            case FULL -> true;
          };
      filters.add(new MdComponentFilter(atEnd));
    }
    return filters;
  }

  /**
   * Whether parts of md arrays must be looked for at the ends of devices: there are arrays that
   * have their superblocks there.
   */
  public boolean hasArraysMarkedAtEnd(DeviceCatalog catalog) {
    if (!settings.mdComponentDetection()) {
      return false;
    }
    for (LinuxDevice device : catalog.devices()) {
      if (types.isDriver(device.deviceNumber(), "md")) {
        String version =
            device.sysfs().text(device.deviceNumber(), "md/metadata_version").orElse("");
        if (version.equals("1.0") || version.equals("0.90")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a look at the end of a device, where there is reason for one, finds an md array. */
  public boolean isHiddenComponent(BlockDevice device) {
    return settings.mdComponentDetection()
        && settings.mdComponentChecks() == DeviceSettings.MdChecks.AUTO
        && new MdComponentFilter(true).check(new Candidate(device)).isPresent();
  }

  /**
   * Applies the filters to all devices of a catalog, reading those that need to be read
   * concurrently.
   *
   * @return a verdict for each, in the catalog's order
   */
  public static List<FilterChain.Verdict> apply(FilterChain filters, DeviceCatalog catalog) {
    List<FilterChain.Verdict> verdicts = new ArrayList<>(catalog.devices().size());
    List<Integer> toRead = new ArrayList<>();
    for (LinuxDevice device : catalog.devices()) {
      FilterChain.Verdict verdict = filters.checkOutside(device);
      if (verdict.isUsable()) {
        toRead.add(verdicts.size());
      }
      verdicts.add(verdict);
    }
    // Each thread sets elements of its own; the end of a thread makes them visible to all.
    Concurrently.forEach(toRead, i -> verdicts.set(i, filters.checkContents(verdicts.get(i))));
    return verdicts;
  }
}
