package org.jlvm.dm.table;

import org.jlvm.core.error.FormatException;
import org.jlvm.core.units.Sectors;

/** A run of a device's sectors and what the target that serves it says of its state. */
public record StatusLine(Sectors start, Sectors length, String targetType, TargetStatus status) {

  /**
   * Reads {@code start length type [status]}.
   *
   * @throws FormatException if it is no such line
   */
  public static StatusLine parse(String line) {
    Words words = new Words("status line", line);
    Sectors start = words.sectors();
    Sectors length = words.sectors();
    String type = words.word();
    return new StatusLine(start, length, type, TargetStatus.parse(type, words.rest()));
  }

  @Override
  public String toString() {
    String line = start.count() + " " + length.count() + " " + targetType;
    String text = status.text();
    return text.isEmpty() ? line : line + " " + text;
  }
}
