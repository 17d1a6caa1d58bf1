package org.jlvm.core.report.table;

import java.util.List;

/** Where the rows of a report go. */
interface ReportOutput {
  /** Whether rows have to wait for the last one. */
  boolean needsAllRows();

  /** Whether something is shown even if there are no rows. */
  boolean showsEmpty();

  void show(List<Column> columns, List<Row> rows);
}
