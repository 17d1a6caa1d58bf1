package org.jlvm.core.report.table;

import org.jlvm.core.report.field.Field;

/** One field of a report, shown or only needed for sorting or selecting. Changes while built. */
final class Column {
  private final Field field;
  private final boolean rightAligned;
  private boolean hidden;
  private boolean sortKey;
  private boolean compactable;
  private int width;

  Column(Field field, boolean hidden) {
    this.field = field;
    this.rightAligned = field.type().isRightAligned();
    this.hidden = hidden;
    this.width = field.width();
  }

  Field field() {
    return field;
  }

  boolean isRightAligned() {
    return rightAligned;
  }

  boolean isHidden() {
    return hidden;
  }

  void hide() {
    hidden = true;
  }

  boolean isSortKey() {
    return sortKey;
  }

  void markSortKey() {
    sortKey = true;
  }

  /** Whether it is left out if it is empty in all rows. */
  boolean isCompactable() {
    return compactable;
  }

  void markCompactable() {
    compactable = true;
  }

  int width() {
    return width;
  }

  void widenTo(int atLeast) {
    width = Math.max(width, atLeast);
  }

  void resetWidth() {
    width = field.width();
  }
}
