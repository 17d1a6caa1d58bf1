package org.jlvm.dm.table;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.units.Sectors;
import org.jspecify.annotations.Nullable;

/** All of a device's sectors: lines that begin at sector 0 and leave no gap. May be empty. */
public record DmTable(List<TargetLine> lines) {
  public static final DmTable EMPTY = new DmTable(List.of());

  public DmTable {
    lines = List.copyOf(lines);
    Sectors next = Sectors.ZERO;
    for (TargetLine line : lines) {
      if (!line.start().equals(next)) {
        throw new IllegalArgumentException(
            "table line starts at " + line.start().count() + ", not at " + next.count());
      }
      next = line.end();
    }
  }

  /** A table of one line. */
  public static DmTable of(Sectors length, TargetParams params) {
    return new DmTable(List.of(new TargetLine(Sectors.ZERO, length, params)));
  }

  /**
   * Reads lines as {@code dmsetup table} prints them, empty ones left out.
   *
   * @throws FormatException if a line is malformed or does not follow the one before it
   */
  public static DmTable parse(String text) {
    List<TargetLine> lines = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        lines.add(TargetLine.parse(text.substring(start, end)));
      }
      start = end + 1;
    }
    try {
      return new DmTable(lines);
    } catch (IllegalArgumentException e) {
      throw new FormatException("device-mapper table is not contiguous: " + e.getMessage(), e);
    }
  }

  public Sectors size() {
    return lines.isEmpty() ? Sectors.ZERO : lines.get(lines.size() - 1).end();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DmTable that && lines.equals(that.lines);
  }

  @Override
  public int hashCode() {
    return lines.hashCode();
  }

  /** One line each, with a newline after each. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (TargetLine line : lines) {
      text.append(line).append('\n');
    }
    return text.toString();
  }
}
