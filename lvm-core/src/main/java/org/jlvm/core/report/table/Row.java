package org.jlvm.core.report.table;

import org.jlvm.core.report.field.Cell;

/**
 * The values of one row.
 *
 * @param cells as many as the report has columns
 * @param selected whether the selection means it
 */
record Row(Cell[] cells, boolean selected) {}
