package org.jlvm.dm.table;

import java.util.List;

/** A target that this program has no type for; its text is kept as it is. */
public record UnknownParams(String targetType, String text) implements TargetParams {
  @Override
  public List<DeviceNumber> devices() {
    return List.of();
  }
}
