package org.jlvm.dm.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LinearParams that && area.equals(that.area);
  }

  @Override
  public int hashCode() {
    return area.hashCode();
  }
}
