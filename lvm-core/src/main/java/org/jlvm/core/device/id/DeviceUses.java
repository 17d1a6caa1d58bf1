package org.jlvm.core.device.id;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;

/**
 * A devices file's entries with the devices found for them. Immutable; changes make a new one,
 * which {@link #toFile()} turns into the file to write.
 */
public final class DeviceUses {
  private final DevicesFile file;
  private final List<DeviceUse> uses;

  DeviceUses(DevicesFile file, List<DeviceUse> uses) {
    this.file = file;
    this.uses = List.copyOf(uses);
  }

  public List<DeviceUse> uses() {
    return uses;
  }

  /** The devices that the file allows. */
  public Set<DeviceNumber> matched() {
    Set<DeviceNumber> numbers = new HashSet<>();
    for (DeviceUse use : uses) {
      use.device().ifPresent(device -> numbers.add(device.deviceNumber()));
    }
    return numbers;
  }

  public Optional<DeviceUse> forDevice(LinuxDevice device) {
    return first(use -> use.isFor(device));
  }

  public Optional<DeviceUse> forPvid(String pvid) {
    return first(use -> use.entry().pvid().equals(Optional.of(pvid)));
  }

  public Optional<DeviceUse> forName(String deviceName) {
    return first(use -> use.entry().deviceName().equals(Optional.of(deviceName)));
  }

  public Optional<DeviceUse> forId(DeviceId id) {
    return first(use -> use.entry().hasId(id));
  }

  private Optional<DeviceUse> first(Predicate<DeviceUse> wanted) {
    for (DeviceUse use : uses) {
      if (wanted.test(use)) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }

  /** The file with these entries; names are those that the devices have now. */
  public DevicesFile toFile() {
    List<DevicesFileEntry> entries = new ArrayList<>(uses.size());
    for (DeviceUse use : uses) {
      entries.add(
          use.device().isPresent()
              ? use.entry().withDeviceName(use.device().get().name())
              : use.entry());
    }
    return file.with(entries);
  }

  /** Without one entry. */
  public DeviceUses without(DeviceUse gone) {
    List<DeviceUse> kept = new ArrayList<>(uses);
    kept.remove(gone);
    return new DeviceUses(file, kept);
  }

  /**
   * The same entries in another order.
   *
   * @throws IllegalArgumentException if they are not the same
   */
  public DeviceUses reordered(List<DeviceUse> order) {
    if (order.size() != uses.size() || !order.containsAll(uses)) {
      throw new IllegalArgumentException("not the same entries");
    }
    return new DeviceUses(file, order);
  }

  /** With an entry put in place of another. */
  DeviceUses replacing(DeviceUse old, DeviceUse fresh) {
    List<DeviceUse> changed = new ArrayList<>(uses);
    changed.set(changed.indexOf(old), fresh);
    return new DeviceUses(file, changed);
  }

  /** With another entry at the end. */
  DeviceUses with(DeviceUse fresh) {
    List<DeviceUse> all = new ArrayList<>(uses);
    all.add(fresh);
    return new DeviceUses(file, all);
  }

  /** The physical volume of an entry was found on a device, which goes by an id from now on. */
  public DeviceUses moved(DeviceUse use, LinuxDevice device, DeviceId id) {
    DevicesFileEntry entry =
        new DevicesFileEntry(
            Optional.of(id.type()),
            Optional.of(id.name()),
            Optional.of(device.name()),
            use.entry().pvid(),
            device.sysfs().partition(device.deviceNumber()));
    return replacing(use, new DeviceUse(entry, Optional.of(device)));
  }

  /** A physical volume got another id; nothing changes if it has no entry. */
  public DeviceUses withPvid(String old, String pvid) {
    Optional<DeviceUse> use = forPvid(old);
    if (use.isEmpty()) {
      return this;
    }
    DevicesFileEntry entry = use.get().entry().withPvid(Optional.of(pvid));
    return replacing(use.get(), new DeviceUse(entry, use.get().device()));
  }

  /** The device no longer holds a physical volume; its entry stays. */
  public DeviceUses withoutPvid(LinuxDevice device) {
    Optional<DeviceUse> use = forDevice(device);
    if (use.isEmpty()) {
      return this;
    }
    DevicesFileEntry entry = use.get().entry().withPvid(Optional.empty());
    return replacing(use.get(), new DeviceUse(entry, use.get().device()));
  }

  /**
   * What the labels tell: the ids of the physical volumes that were found are put down, and an
   * entry by name whose volume turned up on another device moves there.
   *
   * @param found the device and the volume's id, for all devices that were read
   * @param read which devices were read, with or without finding a volume
   */
  public DeviceUses corrected(Map<DeviceNumber, String> found, List<LinuxDevice> read) {
    List<DeviceUse> changed = new ArrayList<>(uses.size());
    for (DeviceUse use : uses) {
      changed.add(correct(use, found, read));
    }
    return new DeviceUses(file, changed);
  }

  private static DeviceUse correct(
      DeviceUse use, Map<DeviceNumber, String> found, List<LinuxDevice> read) {
    Optional<LinuxDevice> device = use.device();
    Optional<String> actual =
        device.map(LinuxDevice::deviceNumber).map(found::get).filter(id -> !id.isEmpty());
    if (!use.entry().isType(IdType.DEVNAME)) {
      boolean unread = device.isEmpty() || !read.contains(device.get());
      return unread ? use : new DeviceUse(use.entry().withPvid(actual), device);
    }
    if (use.entry().pvid().isEmpty() || actual.equals(use.entry().pvid())) {
      return use;
    }
    for (LinuxDevice other : read) {
      if (use.entry().pvid().equals(Optional.ofNullable(found.get(other.deviceNumber())))) {
        DeviceId id = new DeviceId(IdType.DEVNAME, other.name());
        return new DeviceUse(
            use.entry().withId(id).withDeviceName(other.name()), Optional.of(other));
      }
    }
    boolean wasRead = device.isPresent() && read.contains(device.get());
    return wasRead ? new DeviceUse(use.entry(), Optional.empty()) : use;
  }

  /** Ids of volumes whose entry goes by a name, and which no device was found for. */
  public List<String> missingByName() {
    List<String> missing = new ArrayList<>();
    for (DeviceUse use : uses) {
      if (use.entry().isType(IdType.DEVNAME) && use.device().isEmpty()) {
        use.entry().pvid().ifPresent(missing::add);
      }
    }
    return missing;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeviceUses that && file.equals(that.file) && uses.equals(that.uses);
  }

  @Override
  public int hashCode() {
    return uses.hashCode();
  }

  @Override
  public String toString() {
    return uses.toString();
  }
}
