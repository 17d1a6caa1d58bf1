package org.jlvm.core.report.field;

/** One field of a report. */
public interface Field {
  /** The name in {@code -o} and in JSON: {@code lv_name}. */
  String id();

  /** The usual column heading: {@code LV}. */
  String heading();

  FieldType type();

  /** Least width of the column; longer headings are cut to it, longer values widen it. */
  int width();

  /** Whose field it is. */
  ObjectType object();

  /** What help texts say. */
  String description();

  /** Whether selections can use it. */
  default boolean isSelectable() {
    return true;
  }
}
