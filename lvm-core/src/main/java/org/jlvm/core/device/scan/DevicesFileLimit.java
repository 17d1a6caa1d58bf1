package org.jlvm.core.device.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.discovery.DeviceCatalog;
import org.jlvm.core.device.filter.FilterChain;
import org.jlvm.core.device.id.DeviceIds;
import org.jlvm.core.device.id.DeviceMatcher;
import org.jlvm.core.device.id.DeviceUse;
import org.jlvm.core.device.id.DeviceUses;
import org.jlvm.core.device.id.DevicesFile;
import org.jlvm.core.device.id.DevicesFileStore;
import org.jlvm.core.device.id.IdType;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.ondisk.PvLabel;

/**
 * Which devices a command is limited to: those of {@code --devices}, else those of the devices
 * file, if one is to be used and exists.
 *
 * @param scanner finds and filters devices
 * @param ids reads device ids
 * @param nameFilters whether filters are configured, which a devices file makes useless
 */
public record DevicesFileLimit(
    DeviceScanner scanner, DeviceIds ids, NameFilters nameFilters, Messages messages) {
  /** Which name filters the configuration has. */
  public record NameFilters(boolean filter, boolean globalFilter) {}

  /**
   * The wishes of the command line and the configuration.
   *
   * @param list {@code --devices}, empty for none
   * @param only the one device that the command looks for, if it looks for no others
   * @param file the devices file to use, if any
   * @param named whether the file was named on the command line, so that it must exist
   * @param creates whether the command makes the file if there is none
   * @param searchAll whether a volume whose listed name is stale may be on any device, rather than
   *     only on those without a lasting id ({@code devices/search_for_devnames})
   */
  public record Wishes(
      List<String> list,
      Optional<String> only,
      Optional<DevicesFileStore> file,
      boolean named,
      boolean creates,
      boolean searchAll) {}

  /**
   * What came of them.
   *
   * @param limit for the filters
   * @param uses the devices file's entries with their devices, where one is used
   */
  public record Outcome(DeviceScanner.Limit limit, Optional<DeviceUses> uses) {}

  /**
   * @throws FailedException if a file that was named does not exist or cannot be read
   */
  public Outcome resolve(Wishes wishes, DeviceCatalog catalog) {
    if (!wishes.list().isEmpty()) {
      return new Outcome(new DeviceScanner.DevicesList(listed(wishes, catalog)), Optional.empty());
    }
    Optional<DevicesFile> file = wishes.file().flatMap(DevicesFileStore::read);
    if (file.isEmpty()) {
      boolean wanted = wishes.file().isPresent() && wishes.named();
      if (wanted && wishes.creates()) {
        warnOfFilters();
      } else if (wanted) {
        messages.error("Devices file not found: " + wishes.file().get().path());
        messages.error("Failed to set up devices.");
        throw new FailedException("");
      }
      return new Outcome(new DeviceScanner.Unlimited(), Optional.empty());
    }
    warnOfFilters();
    DeviceUses uses = DeviceMatcher.match(file.get(), catalog, ids);
    DeviceUses confirmed = confirmed(uses, catalog, wishes.searchAll());
    return new Outcome(new DeviceScanner.DevicesFile(confirmed.matched()), Optional.of(confirmed));
  }

  private Set<DeviceNumber> listed(Wishes wishes, DeviceCatalog catalog) {
    Set<DeviceNumber> numbers = new HashSet<>();
    Optional<LinuxDevice> only = wishes.only().flatMap(catalog::byName);
    for (String name : wishes.list()) {
      Optional<LinuxDevice> device = catalog.byName(name);
      if (device.isPresent() && (only.isEmpty() || only.equals(device))) {
        numbers.add(device.get().deviceNumber());
      } else {
        messages.warn("Device not found for " + name + ".");
      }
    }
    return numbers;
  }

  private void warnOfFilters() {
    String rest = ", it is ignored with the devices file.";
    if (nameFilters.globalFilter()) {
      messages.warn("Please remove the lvm.conf global_filter" + rest);
    }
    if (nameFilters.filter()) {
      messages.warn("Please remove the lvm.conf filter" + rest);
    }
  }

  /** Names change owners: entries that go by one are checked against the labels. */
  private DeviceUses confirmed(DeviceUses uses, DeviceCatalog catalog, boolean searchAll) {
    List<LinuxDevice> toRead = new ArrayList<>();
    for (DeviceUse use : uses.uses()) {
      if (use.entry().isType(IdType.DEVNAME) && use.entry().pvid().isPresent()) {
        use.device().ifPresent(toRead::add);
      }
    }
    Map<DeviceNumber, String> found = new HashMap<>();
    List<LinuxDevice> read = read(toRead, found);
    DeviceUses corrected = uses.corrected(found, read);
    if (corrected.missingByName().isEmpty()) {
      return corrected;
    }
    List<LinuxDevice> others = new ArrayList<>();
    for (LinuxDevice device : catalog.devices()) {
      boolean known = corrected.matched().contains(device.deviceNumber()) || read.contains(device);
      if (!known && (searchAll || !ids.hasStableId(device))) {
        others.add(device);
      }
    }
    read.addAll(read(others, found));
    return corrected.corrected(found, read);
  }

  /** Reads the labels of devices that may be read. */
  private List<LinuxDevice> read(List<LinuxDevice> devices, Map<DeviceNumber, String> found) {
    Set<DeviceNumber> allowed = new HashSet<>();
    for (LinuxDevice device : devices) {
      allowed.add(device.deviceNumber());
    }
    FilterChain filters = scanner.filters(new DeviceScanner.DevicesFile(allowed), false);
    List<LinuxDevice> read = new ArrayList<>(devices.size());
    for (LinuxDevice device : devices) {
      FilterChain.Verdict verdict = filters.check(device);
      if (verdict.isUsable()) {
        try {
          Optional<PvLabel> label = PvLabel.find(verdict.candidate().head()).label();
          label.ifPresent(known -> found.put(device.deviceNumber(), known.pv().uuid()));
          read.add(device);
        } catch (DeviceException e) {
          messages.debug(e.getMessage());
        }
      }
    }
    return read;
  }
}
