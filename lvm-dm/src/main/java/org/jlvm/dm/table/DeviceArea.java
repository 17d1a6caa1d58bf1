package org.jlvm.dm.table;

import org.jlvm.core.units.Sectors;

/** A place on a device from where a target takes its sectors: {@code major:minor start}. */
public record DeviceArea(DeviceNumber device, Sectors start) {
  static DeviceArea read(Words words) {
    return new DeviceArea(words.device(), words.sectors());
  }

  @Override
  public String toString() {
    return device + " " + start.count();
  }
}
