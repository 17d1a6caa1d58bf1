package org.jlvm.core.device.id;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.Sysfs;

/**
 * What tells this machine from others, as far as {@code devices/device_ids_refresh_checks} wants it
 * to be looked at.
 */
public record HostIdentity(Optional<String> productUuid, Optional<String> hostName) {
  /**
   * @param checks of {@code product_uuid}, {@code hostname}
   * @param hostName of this machine
   */
  public static HostIdentity read(Sysfs sysfs, List<String> checks, String hostName) {
    Optional<String> uuid =
        checks.contains("product_uuid")
            ? Sysfs.text(sysfs.root().resolve("devices/virtual/dmi/id/product_uuid"))
            : Optional.empty();
    return new HostIdentity(
        uuid.filter(text -> !text.isEmpty()),
        checks.contains("hostname") ? Optional.of(hostName) : Optional.empty());
  }

  /** Whether a file was written on another machine, or does not say: all ids may have changed. */
  public boolean differsFrom(DevicesFile file) {
    if (productUuid.isPresent()) {
      return !productUuid.equals(file.productUuid());
    }
    if (hostName.isEmpty()) {
      return false;
    }
    return !hostName.equals(file.hostName()) && file.productUuid().isEmpty();
  }

  /** The file as written on this machine. */
  DevicesFile mark(DevicesFile file) {
    return new DevicesFile(
        productUuid,
        productUuid.isPresent() ? Optional.empty() : hostName,
        file.refreshUntil(),
        file.version(),
        file.entries(),
        file.hash());
  }
}
