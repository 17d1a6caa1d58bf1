package org.jlvm.core.device.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.discovery.DeviceCatalog;
import org.jlvm.core.device.filter.Exclusion;
import org.jlvm.core.device.filter.FilterChain;
import org.jlvm.core.device.scan.DeviceScanner;
import org.jspecify.annotations.Nullable;

/** The block devices of a Linux machine after the filters; found when first asked for. */
public final class LinuxInventory implements DeviceInventory {
  private final DeviceScanner scanner;
  private final Function<DeviceCatalog, FilterChain> filters;
  private @Nullable Contents contents;

  private record Contents(
      DeviceCatalog catalog, List<Found> all, Map<DeviceNumber, Found> byNumber) {}

  /**
   * @param filters the filters to use, which may depend on what devices there are
   */
  public LinuxInventory(DeviceScanner scanner, Function<DeviceCatalog, FilterChain> filters) {
    this.scanner = scanner;
    this.filters = filters;
  }

  private Contents contents() {
    Contents known = contents;
    if (known == null) {
      DeviceCatalog catalog = scanner.catalog();
      List<Found> all = new ArrayList<>(catalog.devices().size());
      Map<DeviceNumber, Found> byNumber = new HashMap<>();
      for (FilterChain.Verdict verdict : DeviceScanner.apply(filters.apply(catalog), catalog)) {
        Found found = found(verdict);
        all.add(found);
        byNumber.put(verdict.device().deviceNumber(), found);
      }
      known = new Contents(catalog, List.copyOf(all), byNumber);
      contents = known;
    }
    return known;
  }

  @Override
  public List<BlockDevice> usable() {
    List<BlockDevice> usable = new ArrayList<>();
    for (Found found : contents().all()) {
      if (found.exclusion().isEmpty()) {
        usable.add(found.device());
      }
    }
    return usable;
  }

  @Override
  public List<Found> all() {
    return contents().all();
  }

  @Override
  public Optional<Found> find(String name) {
    Optional<LinuxDevice> device = contents().catalog().byName(name);
    return device.map(found -> contents().byNumber().get(found.deviceNumber()));
  }

  /** A device that the devices file does not list goes through all other filters. */
  @Override
  public Optional<Found> findNew(String name) {
    Optional<Found> found = find(name);
    boolean unlisted =
        found.isPresent()
            && found.get().exclusion().equals(Optional.of(Exclusion.DEVICES_FILE.reason()));
    if (!unlisted || !(found.get().device() instanceof LinuxDevice device)) {
      return found;
    }
    FilterChain.Verdict verdict =
        scanner
            .filters(new DeviceScanner.DevicesFile(Set.of(device.deviceNumber())), true)
            .check(device);
    return Optional.of(found(verdict));
  }

  @Override
  public boolean dropComponent(BlockDevice device) {
    if (!scanner.isHiddenComponent(device)) {
      return false;
    }
    Contents known = contents();
    Map<DeviceNumber, Found> byNumber = new HashMap<>(known.byNumber());
    List<Found> all = new ArrayList<>(known.all().size());
    for (Found found : known.all()) {
      boolean dropped = found.device().number().equals(device.number());
      Found now =
          dropped ? new Found(found.device(), Optional.of(Exclusion.MD_COMPONENT.reason())) : found;
      all.add(now);
      now.device().number().ifPresent(number -> byNumber.put(number, now));
    }
    contents = new Contents(known.catalog(), List.copyOf(all), byNumber);
    return true;
  }

  private static Found found(FilterChain.Verdict verdict) {
    Optional<Exclusion> exclusion = verdict.exclusion();
    return new Found(
        verdict.device(),
        exclusion.isPresent() ? Optional.of(exclusion.get().reason()) : Optional.empty());
  }
}
