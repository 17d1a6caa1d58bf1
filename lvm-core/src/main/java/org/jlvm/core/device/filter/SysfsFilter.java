package org.jlvm.core.device.filter;

import java.util.Optional;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.Sysfs;

/** Keeps away from nodes in /dev without a device behind them. */
public record SysfsFilter(Sysfs sysfs) implements DeviceFilter {
  @Override
  public Optional<Exclusion> check(Candidate candidate) {
    Optional<DeviceNumber> number = candidate.device().number();
    return number.isEmpty() || sysfs.knows(number.get())
        ? Optional.empty()
        : Optional.of(Exclusion.SYSFS);
  }
}
