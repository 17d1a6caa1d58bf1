package org.jlvm.dm.table;

import java.util.List;

/** Target linear: sectors of one device, one after the other. Text: {@code device start}. */
public record LinearParams(DeviceArea area) implements TargetParams {
  static final String TYPE = "linear";

  static LinearParams parse(String text) {
    Words words = new Words("linear table", text);
    LinearParams result = new LinearParams(DeviceArea.read(words));
    words.end();
    return result;
  }

  @Override
  public String targetType() {
    return TYPE;
  }

  @Override
  public String text() {
    return area.toString();
  }

  @Override
  public List<DeviceNumber> devices() {
    return List.of(area.device());
  }
}
