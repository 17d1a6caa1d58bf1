package org.jlvm.dm.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Which stripes work: {@code #stripes device+ 1 health}.
 *
 * @param health a character for each stripe, {@code A} alive or {@code D} dead
 */
public record StripedStatus(List<DeviceNumber> stripes, String health) implements TargetStatus {
  public StripedStatus {
    stripes = List.copyOf(stripes);
  }

  static StripedStatus parse(String text) {
    Words words = new Words("striped status", text);
    int count = words.count();
    List<DeviceNumber> stripes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      stripes.add(words.device());
    }
    if (words.count() != 1) {
      throw words.error("has more than one group");
    }
    String health = words.word();
    words.end();
    return new StripedStatus(stripes, health);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder().append(stripes.size());
    for (DeviceNumber stripe : stripes) {
      text.append(' ').append(stripe);
    }
    return text.append(" 1 ").append(health).toString();
  }
}
