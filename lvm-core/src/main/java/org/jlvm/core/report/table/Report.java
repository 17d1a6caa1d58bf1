package org.jlvm.core.report.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.message.Messages;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldHelp;
import org.jlvm.core.report.field.FieldNames;
import org.jlvm.core.report.field.FieldTable;
import org.jlvm.core.report.field.SpecialField;
import org.jlvm.core.report.select.Selection;
import org.jlvm.core.report.select.SelectionParser;

/**
 * One report: takes objects, keeps or shows the rows they give. Only the fields wanted are
 * evaluated.
 *
 * @param <R> the objects that rows are made of
 */
public final class Report<R> {
  private final FieldTable<R> table;
  private final Messages messages;
  private final ReportRequest request;
  private final FieldNames names;
  private final Columns columns;
  private final List<Row> rows = new ArrayList<>();
  private Optional<Selection> selection = Optional.empty();
  private boolean onlyHelp;
  private ReportOutput output;
  private boolean buffered;

  private Report(FieldTable<R> table, ReportRequest request, Messages messages) {
    this.table = table;
    this.request = request;
    this.messages = messages;
    this.names = new FieldNames(table, request.types());
    this.columns = new Columns(table, names, request.types(), messages);
    this.buffered = request.layout().buffered();
    this.output = new TextOutput(messages, request.layout());
  }

  /**
   * Understands the names and the selection; shows help where they ask for it.
   *
   * @throws org.jlvm.core.error.FailedException if a name or the selection is not understood
   */
  public static <R> Report<R> create(
      FieldTable<R> table, ReportRequest request, Messages messages) {
    Report<R> report = new Report<>(table, request, messages);
    report.columns.add(request.fields(), request.sortKeys());
    if (report.columns.asksForHelp()) {
      new FieldHelp(table, messages).showForFields();
      messages.warn(" ");
      report.onlyHelp = true;
    }
    if (SelectionParser.isHelp(request.selection())) {
      SelectionParser.showHelp(table, messages);
      report.onlyHelp = true;
    } else {
      report.select(request.selection());
      report.selection.ifPresent(chosen -> report.columns.addForSelection(chosen.fields()));
    }
    return report;
  }

  private void select(String text) {
    selection =
        SelectionParser.isAll(text)
            ? Optional.empty()
            : Optional.of(SelectionParser.parse(table, names, messages, text));
  }

  /** Bits of the object types that the fields need: what is to be reported. */
  public int types() {
    return columns.types() & ~SpecialField.SELECTED.object().bit();
  }

  /** Whether it was only asked for help, so that rows are not shown. */
  public boolean isOnlyHelp() {
    return onlyHelp;
  }

  Layout layout() {
    return request.layout();
  }

  /** From now on rows go there; JSON waits for the last row. */
  void writeTo(ReportOutput newOutput) {
    output = newOutput;
    buffered |= newOutput.needsAllRows();
  }

  /** Adds a row, or shows it at once. */
  public void add(R object) {
    if (onlyHelp) {
      return;
    }
    Row row = evaluate(object);
    if (row.selected() || hasColumn(SpecialField.SELECTED, false) || request.keepsUnselected()) {
      rows.add(row);
      if (!buffered) {
        finish();
      }
    }
  }

  /** Whether the selection means an object, without showing it. */
  public boolean selects(R object) {
    return evaluate(object).selected();
  }

  private Row evaluate(R object) {
    Cell[] cells = new Cell[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      Field field = columns.field(i);
      cells[i] = field instanceof SpecialField ? Cell.number(1) : table.cell(field, object);
    }
    return withSelection(cells);
  }

  private Row withSelection(Cell[] cells) {
    boolean selected = selection.isEmpty() || selection.get().matches(field -> cell(cells, field));
    for (int i = 0; i < cells.length; i++) {
      if (columns.field(i) == SpecialField.SELECTED) {
        cells[i] = Cell.number(selected ? 1 : 0);
      }
    }
    return new Row(cells, selected);
  }

  private Cell cell(Cell[] cells, Field field) {
    for (int i = 0; i < cells.length; i++) {
      if (columns.field(i) == field) {
        return cells[i];
      }
    }
    throw new IllegalStateException("no column for " + field.id());
  }

  private boolean hasColumn(Field field, boolean evenHidden) {
    for (Column column : columns.list()) {
      if (column.field() == field && (evenHidden || !column.isHidden())) {
        return true;
      }
    }
    return false;
  }

  /** Chooses among the rows that were kept. */
  public void reselect(String text) {
    select(text);
    rows.replaceAll(row -> withSelection(row.cells()));
  }

  /** Leaves out the columns that are empty in all rows. */
  public void compact() {
    columns.markAllCompactable();
    hideEmpty();
  }

  /** Leaves out those of the given columns that are empty in all rows. */
  public void compact(String fields) {
    if (columns.markCompactable(fields)) {
      hideEmpty();
    } else {
      messages.error("Failed to compact given columns in report output.");
    }
  }

  private void hideEmpty() {
    if (!buffered || rows.isEmpty()) {
      return;
    }
    List<Column> list = columns.list();
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).isCompactable() && isEmptyInAllRows(i)) {
        list.get(i).hide();
      }
    }
  }

  private boolean isEmptyInAllRows(int column) {
    for (Row row : rows) {
      if (!row.cells()[column].text().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Shows the rows that wait. */
  public void finish() {
    if (request.layout().buffered()) {
      rows.sort(order());
    }
    boolean showsAll = output.showsUnselected() || hasColumn(SpecialField.SELECTED, true);
    List<Row> shown = new ArrayList<>(rows.size());
    for (Row row : rows) {
      if (showsAll || row.selected()) {
        shown.add(row);
      }
    }
    if (!rows.isEmpty() || output.showsEmpty()) {
      output.show(columns.list(), shown);
    }
    if (!request.keepsUnselected()) {
      rows.clear();
    }
  }

  /** Rows by the first key; those that are equal in it by the next, and so on. */
  private Comparator<Row> order() {
    Comparator<Row> order = (first, second) -> 0;
    List<Columns.SortKey> keys = columns.keys();
    for (int i = keys.size() - 1; i >= 0; i--) {
      order = new KeyOrder(keys.get(i), columns.list().indexOf(keys.get(i).column()), order);
    }
    return order;
  }
}
