package org.jlvm.dm.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Target flakey: works for some seconds, fails for some, in turn. Text: {@code device start up down
 * [#words feature words]}.
 *
 * @param upSeconds how long it works
 * @param downSeconds how long it fails
 * @param features words, as {@code drop_writes} or {@code corrupt_bio_byte 32 r 1 0}
 */
public record FlakeyParams(DeviceArea area, int upSeconds, int downSeconds, List<String> features)
    implements TargetParams {
  static final String TYPE = "flakey";

  public FlakeyParams {
    features = List.copyOf(features);
  }

  static FlakeyParams parse(String text) {
    Words words = new Words("flakey table", text);
    DeviceArea area = DeviceArea.read(words);
    int up = words.integer();
    int down = words.integer();
    List<String> features = new ArrayList<>();
    int count = words.hasNext() ? words.count() : 0;
    for (int i = 0; i < count; i++) {
      features.add(words.word());
    }
    words.end();
    return new FlakeyParams(area, up, down, features);
  }

  @Override
  public String targetType() {
    return TYPE;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(area).append(' ').append(upSeconds).append(' ').append(downSeconds);
    if (!features.isEmpty()) {
      text.append(' ').append(features.size());
      for (String feature : features) {
        text.append(' ').append(feature);
      }
    }
    return text.toString();
  }

  @Override
  public List<DeviceNumber> devices() {
    return List.of(area.device());
  }
}
