package org.jlvm.core.device.id;

import java.util.Optional;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.message.Prompter;

/**
 * Enters a device into a devices file: anew, or in place of the entry that means the same device.
 *
 * @param ids where ids are read
 */
public record DeviceAddition(DeviceIds ids, Prompter prompter, Messages messages) {
  /**
   * @param pvid 32 characters; empty text if there is no physical volume
   * @param wanted the kind of id to use, such as {@code --deviceidtype} tells; empty for the best
   * @param firm whether another kind will not do
   * @return the same as given if the user does not want it after all
   * @throws FailedException if a firm wish cannot be met
   */
  public DeviceUses add(
      DeviceUses uses, LinuxDevice device, String pvid, Optional<String> wanted, boolean firm) {
    DeviceId id = choose(device, wanted, firm);
    Optional<DeviceUse> sameDevice = uses.forDevice(device);
    Optional<DeviceUse> samePvid = uses.forPvid(pvid);
    Optional<DeviceUse> sameId = uses.forId(id);
    warn(device, pvid, id, samePvid, sameId);
    Optional<DeviceUse> replaced = sameDevice;
    if (replaced.isEmpty() && samePvid.isPresent()) {
      if (meansSame(samePvid.get(), device, id)) {
        replaced = samePvid;
      } else if (!prompter.confirm("Add device with duplicate PV to devices file?")) {
        messages.info("Device not added.");
        return uses;
      }
    }
    DevicesFileEntry entry =
        new DevicesFileEntry(
            Optional.of(id.type()),
            Optional.of(id.name()),
            Optional.of(device.name()),
            pvid.isEmpty() ? Optional.empty() : Optional.of(pvid),
            device.sysfs().partition(device.deviceNumber()));
    DeviceUses kept = replaced.isPresent() ? uses.without(replaced.get()) : uses;
    return kept.with(new DeviceUse(entry, Optional.of(device)));
  }

  private DeviceId choose(LinuxDevice device, Optional<String> wanted, boolean firm) {
    if (wanted.isEmpty()) {
      return ids.preferred(device);
    }
    Optional<IdType> type = IdType.of(wanted.get());
    Optional<DeviceId> id = type.flatMap(known -> ids.read(device, known));
    if (id.isPresent()) {
      return id.get();
    }
    if (firm) {
      throw new FailedException(
          "The specified --deviceidtype "
              + wanted.get()
              + (type.isEmpty() ? " is unknown." : " is not available for " + device.name() + "."));
    }
    messages.warn(
        type.isEmpty()
            ? "WARNING: Ignoring unknown device_id type " + wanted.get() + "."
            : "WARNING: Ignoring deviceidtype "
                + wanted.get()
                + " which is not available for device.");
    return ids.preferred(device);
  }

  private void warn(
      LinuxDevice device,
      String pvid,
      DeviceId id,
      Optional<DeviceUse> samePvid,
      Optional<DeviceUse> sameId) {
    if (samePvid.isPresent() && !samePvid.get().isFor(device)) {
      messages.warn(
          "WARNING: Adding device "
              + device.name()
              + " with PVID "
              + pvid
              + " which is already used for "
              + name(samePvid.get())
              + " device_id "
              + samePvid.get().entry().idName().orElse("none")
              + ".");
    }
    if (sameId.isPresent() && !sameId.get().isFor(device) && !isSameDisk(sameId.get(), device)) {
      messages.warn(
          "WARNING: Adding device "
              + device.name()
              + " with idname "
              + id.name()
              + " which is already used for "
              + name(sameId.get())
              + ".");
    }
  }

  private static String name(DeviceUse use) {
    return use.device().map(LinuxDevice::name).orElse("missing device");
  }

  /** Partitions share their disk's id. */
  private boolean isSameDisk(DeviceUse use, LinuxDevice device) {
    Optional<LinuxDevice> other = use.device();
    return other.isPresent()
        && ids.sysfs().diskOf(device.deviceNumber()).isPresent()
        && ids.sysfs()
            .diskOf(device.deviceNumber())
            .equals(ids.sysfs().diskOf(other.get().deviceNumber()));
  }

  private boolean meansSame(DeviceUse use, LinuxDevice device, DeviceId id) {
    Optional<String> name = use.entry().idName();
    if (name.isEmpty() || use.entry().type().isEmpty()) {
      return true;
    }
    Optional<DeviceId> own =
        use.entry().isType(id.type())
            ? Optional.of(id)
            : ids.read(device, use.entry().type().get());
    return own.isPresent() && own.get().name().equals(name.get());
  }
}
