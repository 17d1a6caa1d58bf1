package org.jlvm.dm.table;

import org.jlvm.core.error.FormatException;
import org.jlvm.core.units.Sectors;
import org.jspecify.annotations.Nullable;

/** A run of a device's sectors and the target that serves it. */
public record TargetLine(Sectors start, Sectors length, TargetParams params) {
  public TargetLine {
    if (length.isZero()) {
      throw new IllegalArgumentException("a table line cannot be empty");
    }
  }

  /**
   * Reads {@code start length type [parameters]}.
   *
   * @throws FormatException if it is no such line
   */
  public static TargetLine parse(String line) {
    Words words = new Words("table line", line);
    Sectors start = words.sectors();
    Sectors length = words.sectors();
    if (length.isZero() || start.count() > Long.MAX_VALUE - length.count()) {
      throw words.error("is empty, or ends past all sectors");
    }
    String type = words.word();
    return new TargetLine(start, length, TargetParams.parse(type, words.rest()));
  }

  public Sectors end() {
    return start.plus(length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TargetLine that
        && start.equals(that.start)
        && length.equals(that.length)
        && params.equals(that.params);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * start.hashCode() + length.hashCode()) + params.hashCode();
  }

  @Override
  public String toString() {
    String line = start.count() + " " + length.count() + " " + params.targetType();
    String text = params.text();
    return text.isEmpty() ? line : line + " " + text;
  }
}
