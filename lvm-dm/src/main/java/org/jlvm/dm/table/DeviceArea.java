package org.jlvm.dm.table;

import org.jlvm.core.units.Sectors;
import org.jspecify.annotations.Nullable;

/** A place on a device from where a target takes its sectors: {@code major:minor start}. */
public record DeviceArea(DeviceNumber device, Sectors start) {
  static DeviceArea read(Words words) {
    return new DeviceArea(words.device(), words.sectors());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeviceArea that
        && device.equals(that.device)
        && start.equals(that.start);
  }

  @Override
  public int hashCode() {
    return 31 * device.hashCode() + start.hashCode();
  }

  @Override
  public String toString() {
    return device + " " + start.count();
  }
}
