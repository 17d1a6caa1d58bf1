package org.jlvm.core.device.filter;

import java.util.Optional;
import java.util.Set;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.MappedDevice;
import org.jlvm.core.device.MappedDevices;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.device.discovery.DeviceTypes;
import org.jlvm.core.device.id.DeviceWwids;

/**
 * Keeps away from the paths of a multipath device: disks that one holds, or that multipath claims
 * in its file of world-wide ids.
 *
 * @param claimed the ids in multipath's file, without the type character each starts with there
 */
public record MultipathFilter(
    DeviceTypes types, Sysfs sysfs, MappedDevices mappedDevices, Set<String> claimed)
    implements DeviceFilter {
  @Override
  public Optional<Exclusion> check(Candidate candidate) {
    BlockDevice device = candidate.device();
    Optional<DeviceNumber> number = device.number();
    if (number.isEmpty() || !canBePath(device, number.get())) {
      return Optional.empty();
    }
    DeviceNumber disk = sysfs.diskOf(number.get()).orElse(number.get());
    return isHeld(disk) || isClaimed(disk)
        ? Optional.of(Exclusion.MULTIPATH_COMPONENT)
        : Optional.empty();
  }

  private boolean canBePath(BlockDevice device, DeviceNumber number) {
    return types.isDriver(number, "sd") || device.name().startsWith("/dev/nvme");
  }

  private boolean isHeld(DeviceNumber disk) {
    for (DeviceNumber holder : sysfs.holders(disk)) {
      Optional<MappedDevice> mapped =
          types.isDeviceMapper(holder) ? mappedDevices.find(holder) : Optional.empty();
      if (mapped.isPresent() && mapped.get().uuid().startsWith("mpath-")) {
        return true;
      }
    }
    return false;
  }

  private boolean isClaimed(DeviceNumber disk) {
    if (claimed.isEmpty()) {
      return false;
    }
    for (String id : DeviceWwids.read(sysfs, disk)) {
      if (claimed.contains(DeviceWwids.withoutType(id))) {
        return true;
      }
    }
    return false;
  }
}
