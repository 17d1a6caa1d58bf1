package org.jlvm.dm.table;

import java.util.List;

/** Target error: every read and write fails. It has no parameters. */
public record ErrorParams() implements TargetParams {
  static final String TYPE = "error";

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
