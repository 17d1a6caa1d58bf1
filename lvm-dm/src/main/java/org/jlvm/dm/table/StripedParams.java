package org.jlvm.dm.table;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.units.Sectors;

/**
 * Target striped: chunks from each area in turn. Text: {@code #stripes chunk_size [device start]+}.
 *
 * @param chunkSize at least one sector
 */
public record StripedParams(Sectors chunkSize, List<DeviceArea> stripes) implements TargetParams {
  static final String TYPE = "striped";

  public StripedParams {
    stripes = List.copyOf(stripes);
    if (stripes.isEmpty() || chunkSize.isZero()) {
      throw new IllegalArgumentException("striped needs stripes and a chunk size");
    }
  }

  static StripedParams parse(String text) {
    Words words = new Words("striped table", text);
    int count = words.count();
    Sectors chunkSize = words.sectors();
    if (count == 0 || chunkSize.isZero()) {
      throw words.error("has no stripes or no chunk size");
    }
    List<DeviceArea> stripes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      stripes.add(DeviceArea.read(words));
    }
    words.end();
    return new StripedParams(chunkSize, stripes);
  }

  @Override
  public String targetType() {
    return TYPE;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(stripes.size()).append(' ').append(chunkSize.count());
    for (DeviceArea stripe : stripes) {
      text.append(' ').append(stripe);
    }
    return text.toString();
  }

  @Override
  public List<DeviceNumber> devices() {
    List<DeviceNumber> devices = new ArrayList<>(stripes.size());
    for (DeviceArea stripe : stripes) {
      devices.add(stripe.device());
    }
    return devices;
  }
}
