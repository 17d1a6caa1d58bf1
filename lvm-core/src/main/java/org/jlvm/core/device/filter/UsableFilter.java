package org.jlvm.core.device.filter;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.MappedDevice;
import org.jlvm.core.device.MappedDevices;
import org.jlvm.core.device.discovery.DeviceTypes;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.units.Sectors;

/**
 * Keeps away from device-mapper devices that would block or are not for others to use, and from
 * devices too small for a physical volume.
 *
 * @param minimumSize {@code devices/pv_min_size}
 * @param ignoreSuspended {@code devices/ignore_suspended_devices}
 * @param ignoreMirrors {@code devices/ignore_lvm_mirrors}
 * @param scanLvs {@code devices/scan_lvs}
 */
public record UsableFilter(
    DeviceTypes types,
    MappedDevices mappedDevices,
    Sectors minimumSize,
    boolean ignoreSuspended,
    boolean ignoreMirrors,
    boolean scanLvs)
    implements DeviceFilter {
  /** "LVM-" and the UUIDs of volume group and logical volume. */
  private static final int LV_UUID_LENGTH = 68;

  private static final List<String> PRIVATE = List.of("CRYPT-TEMP", "CRYPT-SUBDEV", "stratis-");

  /** Parts of names that lvm2 reserves; old releases gave such volumes no UUID suffix. */
  private static final List<String> RESERVED_PARTS =
      List.of(
          "_cdata",
          "_cmeta",
          "_corig",
          "_cpool",
          "_cvol",
          "_wcorig",
          "_mimage",
          "_mlog",
          "_rimage",
          "_rmeta",
          "_tdata",
          "_tmeta",
          "_vdata",
          "_imeta",
          "_iorig",
          "_pmspare",
          "_vorigin");

  @Override
  public Optional<Exclusion> check(Candidate candidate) {
    BlockDevice device = candidate.device();
    Optional<DeviceNumber> number = device.number();
    if (number.isPresent() && types.isDeviceMapper(number.get())) {
      Optional<Exclusion> found = checkMapped(number.get());
      if (found.isPresent()) {
        return found;
      }
    }
    return isTooSmall(device) ? Optional.of(Exclusion.MINIMUM_SIZE) : Optional.empty();
  }

  private boolean isTooSmall(BlockDevice device) {
    try {
      return device.size().toSectorsDown().compareTo(minimumSize) < 0;
    } catch (DeviceException e) {
      return true;
    }
  }

  /** Who it is comes first, as in lvm2: of the many that are volumes no more is asked. */
  private Optional<Exclusion> checkMapped(DeviceNumber number) {
    Optional<MappedDevice> identity = mappedDevices.identify(number);
    if (identity.isEmpty() || isReserved(identity.get())) {
      return Optional.of(Exclusion.UNUSABLE);
    }
    if (identity.get().isLvm() && !scanLvs) {
      return Optional.of(Exclusion.LOGICAL_VOLUME);
    }
    Optional<MappedDevice> found = mappedDevices.find(number);
    return found.isEmpty() || isUnusable(found.get())
        ? Optional.of(Exclusion.UNUSABLE)
        : Optional.empty();
  }

  private boolean isUnusable(MappedDevice mapped) {
    return !mapped.hasTable()
        || (ignoreSuspended && mapped.suspended())
        || hasUnusableTarget(mapped);
  }

  private static boolean isReserved(MappedDevice mapped) {
    if (mapped.isLvm()) {
      return mapped.uuid().length() > LV_UUID_LENGTH + 1 || hasReservedName(mapped.name());
    }
    for (String prefix : PRIVATE) {
      if (mapped.uuid().startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Judges by the logical volume's part of the dm name, in which hyphens are doubled. */
  private static boolean hasReservedName(String name) {
    int single = singleHyphen(name, 0);
    if (single < 0) {
      return false;
    }
    String lv = name.substring(single + 1);
    if (singleHyphen(lv, 0) >= 0 || lv.startsWith("snapshot") || lv.startsWith("pvmove")) {
      return true;
    }
    for (String part : RESERVED_PARTS) {
      if (lv.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static int singleHyphen(String name, int from) {
    for (int i = from; i < name.length(); i++) {
      if (name.charAt(i) == '-') {
        if (i + 1 < name.length() && name.charAt(i + 1) == '-') {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  private boolean hasUnusableTarget(MappedDevice mapped) {
    boolean onlyError = !mapped.targets().isEmpty();
    for (MappedDevice.Target target : mapped.targets()) {
      onlyError &= target.type().equals("error") || target.type().equals("zero");
      if (isUnusable(target)) {
        return true;
      }
    }
    return onlyError;
  }

  private boolean isUnusable(MappedDevice.Target target) {
    return switch (target.type()) {
      case "mirror" -> ignoreMirrors;
      case "snapshot" -> target.status().startsWith("Invalid");
      case "raid" -> target.status().contains(" frozen ");
      default -> false;
    };
  }
}
