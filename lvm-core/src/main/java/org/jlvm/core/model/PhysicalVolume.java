package org.jlvm.core.model;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.units.Sectors;

/**
 * A physical volume as its volume group describes it. Where it is now (or that it is missing) is
 * not part of this: {@code core.engine} knows.
 *
 * @param id PV UUID
 * @param deviceHint path at the time of writing
 * @param deviceId what the devices file knew it by, if anything
 * @param flags ALLOCATABLE, EXPORTED, MISSING
 * @param tags in order
 * @param deviceSize size of the device, if recorded (0 if not)
 * @param peStart first sector of extent 0
 * @param peCount number of physical extents
 * @param bootloaderArea area kept for a bootloader
 * @param unknown entries of a newer program
 */
public record PhysicalVolume(
    LvmId id,
    String deviceHint,
    Optional<DeviceId> deviceId,
    Flags flags,
    List<Tag> tags,
    Sectors deviceSize,
    Sectors peStart,
    long peCount,
    Optional<BootloaderArea> bootloaderArea,
    UnknownEntries unknown) {

  /** The devices-file identity recorded with a PV, e.g. type {@code sys_wwid}. */
  public record DeviceId(String type, String name) {}

  /** An area of the device outside metadata and extents, of at least one sector. */
  public record BootloaderArea(Sectors start, Sectors size) {}

  public PhysicalVolume {
    if (peCount < 0 || peCount > VolumeGroup.MAX_EXTENTS) {
      throw new IllegalArgumentException("bad extent count: " + peCount);
    }
    tags = List.copyOf(tags);
  }

  public boolean isAllocatable() {
    return flags.has(Flag.ALLOCATABLE);
  }

  public boolean isMarkedMissing() {
    return flags.has(Flag.MISSING);
  }

  public PhysicalVolume withId(LvmId newId) {
    return new PhysicalVolume(
        newId,
        deviceHint,
        deviceId,
        flags,
        tags,
        deviceSize,
        peStart,
        peCount,
        bootloaderArea,
        unknown);
  }

  public PhysicalVolume withDevice(String hint, Optional<DeviceId> newDeviceId) {
    return new PhysicalVolume(
        id, hint, newDeviceId, flags, tags, deviceSize, peStart, peCount, bootloaderArea, unknown);
  }

  public PhysicalVolume withFlags(Flags newFlags) {
    return new PhysicalVolume(
        id,
        deviceHint,
        deviceId,
        newFlags,
        tags,
        deviceSize,
        peStart,
        peCount,
        bootloaderArea,
        unknown);
  }

  public PhysicalVolume withFlag(Flag flag, boolean wanted) {
    return withFlags(flags.with(flag, wanted));
  }

  public PhysicalVolume withTags(List<Tag> newTags) {
    return new PhysicalVolume(
        id,
        deviceHint,
        deviceId,
        flags,
        newTags,
        deviceSize,
        peStart,
        peCount,
        bootloaderArea,
        unknown);
  }

  public PhysicalVolume withSize(Sectors newDeviceSize, long newPeCount) {
    return new PhysicalVolume(
        id,
        deviceHint,
        deviceId,
        flags,
        tags,
        newDeviceSize,
        peStart,
        newPeCount,
        bootloaderArea,
        unknown);
  }

  public PhysicalVolume withExtents(Sectors newPeStart, long newPeCount) {
    return new PhysicalVolume(
        id,
        deviceHint,
        deviceId,
        flags,
        tags,
        deviceSize,
        newPeStart,
        newPeCount,
        bootloaderArea,
        unknown);
  }
}
