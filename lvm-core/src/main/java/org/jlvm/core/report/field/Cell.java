package org.jlvm.core.report.field;

import java.util.List;

/**
 * One value: what is shown, and what sorting and selecting go by. Numbers, percents (in millionths)
 * and times are compared as unsigned 64-bit numbers; sizes are sectors, kept as the bits of a
 * double, whose order is the same.
 */
public final class Cell {
  /** Shown as nothing and sorted last: a number that is not known. */
  public static final Cell UNDEFINED = new Cell("", -1, "", List.of());

  /** Empty text. */
  public static final Cell EMPTY = new Cell("", 0, "", List.of());

  private static final Cell[] SMALL = new Cell[16];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = new Cell(String.valueOf(i), i, "", List.of());
    }
  }

  private final String text;
  private final long key;
  private final String sortText;
  private final List<String> items;

  private Cell(String text, long key, String sortText, List<String> items) {
    this.text = text;
    this.key = key;
    this.sortText = sortText;
    this.items = items;
  }

  public static Cell text(String text) {
    return text.isEmpty() ? EMPTY : new Cell(text, 0, text, List.of());
  }

  /** Text that is not shown as it is sorted and selected by. */
  public static Cell text(String shown, String sorted) {
    return new Cell(shown, 0, sorted, List.of());
  }

  public static Cell number(long value) {
    return value >= 0 && value < SMALL.length
        ? SMALL[(int) value]
        : new Cell(String.valueOf(value), value, "", List.of());
  }

  /** A number, percent or time that is shown in another way. */
  public static Cell number(String shown, long value) {
    return new Cell(shown, value, "", List.of());
  }

  /** A size in sectors, with how it is shown. */
  public static Cell size(String shown, double sectors) {
    return new Cell(shown, Double.doubleToRawLongBits(sectors), "", List.of());
  }

  /** Several texts, shown in the order given. */
  public static Cell list(List<String> items, String separator) {
    return switch (items.size()) {
      case 0 -> EMPTY;
      case 1 -> new Cell(items.get(0), 0, items.get(0), List.copyOf(items));
      default -> {
        String joined = String.join(separator, items);
        yield new Cell(joined, 0, joined, List.copyOf(items));
      }
    };
  }

  /** What is shown. */
  public String text() {
    return text;
  }

  /** The number, percent or time; of a size, its bits. */
  public long key() {
    return key;
  }

  /** A size in sectors. */
  public double size() {
    return Double.longBitsToDouble(key);
  }

  /** What a text is sorted and selected by. */
  public String sortText() {
    return sortText;
  }

  /** The parts of a list as shown. */
  public List<String> items() {
    return items;
  }

  /** The order of two values of a field, ascending. */
  public static int compare(FieldType type, Cell first, Cell second) {
    return type.isText()
        ? first.sortText.compareTo(second.sortText)
        : Long.compareUnsigned(first.key, second.key);
  }

  @Override
  public String toString() {
    return text;
  }
}
