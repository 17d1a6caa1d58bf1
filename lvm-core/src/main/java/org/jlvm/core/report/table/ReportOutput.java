package org.jlvm.core.report.table;

import java.util.List;

/** Where the rows of a report go. */
interface ReportOutput {
  /** Whether rows have to wait for the last one. */
  boolean needsAllRows();

  /** Whether something is shown even if there are no rows. */
  boolean showsEmpty();

  /** Whether rows that are kept but not selected are shown as well. */
  default boolean showsUnselected() {
    return false;
  }

  void show(List<Column> columns, List<Row> rows);
}
