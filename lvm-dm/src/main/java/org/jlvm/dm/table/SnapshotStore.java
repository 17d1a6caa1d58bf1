package org.jlvm.dm.table;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.units.Sectors;

/**
 * Where a snapshot keeps what differs from its origin. Text: {@code origin cow type chunk_size
 * [#features feature*]}.
 *
 * @param type whether the store survives a restart
 * @param chunkSize sectors copied at a time, a power of two
 * @param features as {@code discard_zeroes_cow}, usually none
 */
public record SnapshotStore(
    DeviceNumber origin, DeviceNumber cow, Type type, Sectors chunkSize, List<String> features) {

  /** The kernel's exception store types. */
  public enum Type {
    PERSISTENT("P"),
    /** Persistent, and the user of it knows the status "Overflow". */
    PERSISTENT_OVERFLOW("PO"),
    TRANSIENT("N");

    private final String code;

    Type(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public boolean persistent() {
      return this != TRANSIENT;
    }
  }

  public SnapshotStore {
    features = List.copyOf(features);
  }

  static SnapshotStore read(Words words) {
    DeviceNumber origin = words.device();
    DeviceNumber cow = words.device();
    Type type = type(words);
    Sectors chunkSize = words.sectors();
    if (Long.bitCount(chunkSize.count()) != 1) {
      throw words.error("has a chunk size that is not a power of two");
    }
    List<String> features = new ArrayList<>();
    if (words.hasNext()) {
      int count = words.count();
      for (int i = 0; i < count; i++) {
        features.add(words.word());
      }
    }
    words.end();
    return new SnapshotStore(origin, cow, type, chunkSize, features);
  }

  private static Type type(Words words) {
    String code = words.word();
    for (Type type : Type.values()) {
      if (type.code.equals(code)) {
        return type;
      }
    }
    throw words.error("has an unknown exception store " + code);
  }

  List<DeviceNumber> devices() {
    return List.of(origin, cow);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append(' ').append(cow).append(' ').append(type.code).append(' ');
    text.append(chunkSize.count());
    if (!features.isEmpty()) {
      text.append(' ').append(features.size());
      for (String feature : features) {
        text.append(' ').append(feature);
      }
    }
    return text.toString();
  }
}
