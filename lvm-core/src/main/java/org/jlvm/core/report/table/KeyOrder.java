package org.jlvm.core.report.table;

import java.util.Comparator;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.report.field.FieldType;

/** The order of rows by one column, then by another order. */
final class KeyOrder implements Comparator<Row> {
  private final FieldType type;
  private final int place;
  private final boolean ascending;
  private final Comparator<Row> next;

  /**
   * @param place of the key's column
   * @param next decides between rows that are equal in the column
   */
  KeyOrder(Columns.SortKey key, int place, Comparator<Row> next) {
    this.type = key.column().field().type();
    this.place = place;
    this.ascending = key.ascending();
    this.next = next;
  }

  @Override
  public int compare(Row first, Row second) {
    int order = Cell.compare(type, first.cells()[place], second.cells()[place]);
    return order == 0 ? next.compare(first, second) : ascending ? order : -order;
  }
}
