package org.jlvm.core.report.table;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldType;

/** The rows of one report as an array of objects, one a line. */
final class JsonOutput implements ReportOutput {
  private final JsonLines lines;
  private final String name;
  private final boolean strict;
  private final JsonStringEncoder encoder = JsonStringEncoder.getInstance();
  private boolean open;

  /**
   * @param name of the array
   * @param strict {@code json_std}
   */
  JsonOutput(JsonLines lines, String name, boolean strict) {
    this.lines = lines;
    this.name = name;
    this.strict = strict;
  }

  @Override
  public boolean needsAllRows() {
    return true;
  }

  @Override
  public boolean showsEmpty() {
    return true;
  }

  @Override
  public void show(List<Column> columns, List<Row> rows) {
    if (!open) {
      lines.startArray(name);
      open = true;
    }
    StringBuilder line = new StringBuilder(200);
    for (int i = 0; i < rows.size(); i++) {
      line.setLength(0);
      appendRow(line, columns, rows.get(i));
      lines.line(i < rows.size() - 1 ? line.append(',') : line);
    }
  }

  void close() {
    if (open) {
      lines.endArray();
      open = false;
    }
  }

  private void appendRow(StringBuilder line, List<Column> columns, Row row) {
    line.append('{');
    boolean first = true;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.isHidden()) {
        continue;
      }
      line.append(first ? "\"" : ", \"").append(column.field().id()).append("\":");
      first = false;
      appendValue(line, column.field(), row.cells()[i]);
    }
    line.append('}');
  }

  private void appendValue(StringBuilder line, Field field, Cell cell) {
    if (strict && field.type() == FieldType.STRING_LIST) {
      appendArray(line, cell.items());
    } else if (strict && field.type().isBareInStrictJson()) {
      line.append(cell.text().isEmpty() ? "null" : cell.text());
    } else {
      appendString(line, cell.text());
    }
  }

  private void appendArray(StringBuilder line, List<String> items) {
    line.append('[');
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      appendString(line, items.get(i));
    }
    line.append(']');
  }

  private void appendString(StringBuilder line, String text) {
    line.append('"');
    encoder.quoteAsString(text, line);
    line.append('"');
  }
}
