package org.jlvm.core.device.filter;

import java.util.Optional;

/** One reason for not using a device. */
@FunctionalInterface
public interface DeviceFilter {
  /**
   * @return empty if the device may be used as far as this filter is concerned
   * @throws org.jlvm.core.error.DeviceException if the device had to be read and could not
   */
  Optional<Exclusion> check(Candidate candidate);
}
