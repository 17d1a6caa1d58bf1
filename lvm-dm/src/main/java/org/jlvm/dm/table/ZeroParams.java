package org.jlvm.dm.table;

import java.util.List;

/** Target zero: reads give zeros, writes are dropped. It has no parameters. */
public record ZeroParams() implements TargetParams {
  static final String TYPE = "zero";

  @Override
  public String targetType() {
    return TYPE;
  }

  @Override
  public String text() {
    return "";
  }

  @Override
  public List<DeviceNumber> devices() {
    return List.of();
  }
}
