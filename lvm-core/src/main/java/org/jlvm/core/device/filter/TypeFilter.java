package org.jlvm.core.device.filter;

import java.util.Optional;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.discovery.DeviceTypes;

/** Keeps to drivers that LVM knows, and those that {@code devices/types} adds. */
public record TypeFilter(DeviceTypes types) implements DeviceFilter {
  @Override
  public Optional<Exclusion> check(Candidate candidate) {
    Optional<DeviceNumber> number = candidate.device().number();
    return number.isEmpty() || types.isRecognised(number.get())
        ? Optional.empty()
        : Optional.of(Exclusion.TYPE);
  }
}
