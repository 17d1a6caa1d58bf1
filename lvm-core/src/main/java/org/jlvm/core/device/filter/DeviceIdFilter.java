package org.jlvm.core.device.filter;

import java.util.Optional;
import java.util.Set;
import org.jlvm.core.device.DeviceNumber;

/**
 * Keeps to the devices that the devices file, or {@code --devices}, names.
 *
 * @param matched the devices that were found for its entries
 * @param exclusion which of the two it was
 */
public record DeviceIdFilter(Set<DeviceNumber> matched, Exclusion exclusion)
    implements DeviceFilter {
  @Override
  public Optional<Exclusion> check(Candidate candidate) {
    Optional<DeviceNumber> number = candidate.device().number();
    return number.isPresent() && matched.contains(number.get())
        ? Optional.empty()
        : Optional.of(exclusion);
  }
}
