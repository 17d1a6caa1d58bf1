package org.jlvm.core.device.id;

import java.util.Optional;

/**
 * A line of the devices file.
 *
 * @param type empty if it is a kind that this program does not know
 * @param idName empty if not known
 * @param deviceName the name it was last seen under
 * @param pvid 32 characters; empty if there is no physical volume on it
 * @param partition its number, 0 for a whole disk
 */
public record DevicesFileEntry(
    Optional<IdType> type,
    Optional<String> idName,
    Optional<String> deviceName,
    Optional<String> pvid,
    int partition) {
  public boolean isType(IdType wanted) {
    return type.isPresent() && type.get() == wanted;
  }

  /** Whether the entry goes by this id, as written. */
  public boolean hasId(DeviceId id) {
    return isType(id.type()) && idName.isPresent() && idName.get().equals(id.name());
  }

  DevicesFileEntry withId(DeviceId id) {
    return new DevicesFileEntry(
        Optional.of(id.type()), Optional.of(id.name()), deviceName, pvid, partition);
  }

  DevicesFileEntry withDeviceName(String name) {
    return new DevicesFileEntry(type, idName, Optional.of(name), pvid, partition);
  }

  DevicesFileEntry withPvid(Optional<String> newPvid) {
    return new DevicesFileEntry(type, idName, deviceName, newPvid, partition);
  }
}
