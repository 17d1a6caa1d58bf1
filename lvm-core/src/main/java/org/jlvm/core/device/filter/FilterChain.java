package org.jlvm.core.device.filter;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.error.DeviceException;

/**
 * All filters, in lvm2's order: the name filters, those that look at the device from outside, and
 * those that read it.
 */
public final class FilterChain {
  /**
   * What became of a device.
   *
   * @param device the device, perhaps shown under another name now
   * @param exclusion empty if it may be used
   * @param candidate with the bytes that were read, if any were
   */
  public record Verdict(LinuxDevice device, Optional<Exclusion> exclusion, Candidate candidate) {
    public boolean isUsable() {
      return exclusion.isEmpty();
    }
  }

  private final List<NameFilter> nameFilters;
  private final List<DeviceFilter> outside;
  private final List<DeviceFilter> reading;
  private final boolean renames;

  /**
   * @param renames whether a name that a name filter accepts becomes the one shown
   */
  public FilterChain(
      List<NameFilter> nameFilters,
      boolean renames,
      List<DeviceFilter> outside,
      List<DeviceFilter> reading) {
    this.nameFilters = List.copyOf(nameFilters);
    this.renames = renames;
    this.outside = List.copyOf(outside);
    this.reading = List.copyOf(reading);
  }

  /** The filters that do not read the device. */
  public Verdict checkOutside(LinuxDevice device) {
    LinuxDevice shown = device;
    for (NameFilter filter : nameFilters) {
      NameFilter.Decision decision = filter.decide(shown.names());
      if (!decision.accepted()) {
        return new Verdict(shown, Optional.of(Exclusion.REGEX), new Candidate(shown));
      }
      if (renames && decision.through().isPresent()) {
        shown = shown.shownAs(decision.through().get());
      }
    }
    Candidate candidate = new Candidate(shown);
    return new Verdict(shown, first(outside, candidate), candidate);
  }

  /** The filters that read the device, after the others have passed it. */
  public Verdict checkContents(Verdict outsideVerdict) {
    if (!outsideVerdict.isUsable()) {
      return outsideVerdict;
    }
    Candidate candidate = outsideVerdict.candidate();
    try {
      return new Verdict(outsideVerdict.device(), first(reading, candidate), candidate);
    } catch (DeviceException e) {
      return new Verdict(outsideVerdict.device(), Optional.of(Exclusion.UNREADABLE), candidate);
    }
  }

  public Verdict check(LinuxDevice device) {
    return checkContents(checkOutside(device));
  }

  private static Optional<Exclusion> first(List<DeviceFilter> filters, Candidate candidate) {
    for (DeviceFilter filter : filters) {
      Optional<Exclusion> found = filter.check(candidate);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
