package org.jlvm.core.report.table;

import java.util.List;
import java.util.Locale;
import org.jlvm.core.message.Messages;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.SpecialField;
import org.jspecify.annotations.Nullable;

/** Lines of text, by default in padded columns under headings. */
final class TextOutput implements ReportOutput {
  private static final String PREFIX = "LVM2_";

  private final Messages messages;
  private final Layout layout;
  private final StringBuilder line = new StringBuilder(160);
  private final @Nullable String[] paddings = new @Nullable String[64];
  private boolean headingsShown;

  TextOutput(Messages messages, Layout layout) {
    this.messages = messages;
    this.layout = layout;
  }

  @Override
  public boolean needsAllRows() {
    return false;
  }

  @Override
  public boolean showsEmpty() {
    return false;
  }

  /** Where columns are rows lvm2 does not look at the selection again. */
  @Override
  public boolean showsUnselected() {
    return layout.rows();
  }

  @Override
  public void show(List<Column> columns, List<Row> rows) {
    if (layout.rows()) {
      showTransposed(columns, rows);
      return;
    }
    widen(columns, rows);
    if (!headingsShown && layout.headings() != Headings.NONE) {
      showHeadings(columns);
    }
    headingsShown = true;
    for (Row row : rows) {
      showRow(columns, row);
    }
    for (Column column : columns) {
      column.resetWidth();
    }
  }

  private void widen(List<Column> columns, List<Row> rows) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (layout.headings() == Headings.FULL && !(column.field() instanceof SpecialField)) {
        column.widenTo(column.field().id().length());
      }
      column.widenTo(widest(i, rows));
    }
  }

  private static int widest(int column, List<Row> rows) {
    int widest = 0;
    for (int i = 0; i < rows.size(); i++) {
      widest = Math.max(widest, rows.get(i).cells()[column].text().length());
    }
    return widest;
  }

  private void showHeadings(List<Column> columns) {
    line.setLength(0);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.isHidden()) {
        continue;
      }
      String heading = heading(column.field());
      if (layout.aligned()) {
        appendPadded(heading, column.width(), false);
      } else {
        line.append(heading);
      }
      if (i < columns.size() - 1) {
        line.append(layout.separator());
      }
    }
    messages.print(line.toString());
  }

  private String heading(Field field) {
    return layout.headings() == Headings.FULL ? field.id() : field.heading();
  }

  private void showRow(List<Column> columns, Row row) {
    line.setLength(0);
    boolean first = true;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.isHidden()) {
        continue;
      }
      if (!first) {
        line.append(layout.separator());
      }
      first = false;
      appendValue(column, row.cells()[i]);
    }
    messages.print(line.toString());
  }

  private void showTransposed(List<Column> columns, List<Row> rows) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.isHidden()) {
        continue;
      }
      line.setLength(0);
      if (layout.headings() != Headings.NONE) {
        line.append(heading(column.field())).append(layout.separator());
      }
      for (int r = 0; r < rows.size(); r++) {
        if (r > 0) {
          line.append(layout.separator());
        }
        appendValue(column, rows.get(r).cells()[i]);
      }
      messages.print(line.toString());
    }
  }

  private void appendValue(Column column, Cell cell) {
    if (layout.prefixes()) {
      line.append(PREFIX).append(column.field().id().toUpperCase(Locale.ROOT)).append('=');
      appendQuote();
    }
    if (layout.aligned()) {
      appendPadded(cell.text(), column.width(), column.isRightAligned());
    } else {
      line.append(cell.text());
    }
    if (layout.prefixes()) {
      appendQuote();
    }
  }

  private void appendQuote() {
    if (layout.quoted()) {
      line.append('\'');
    }
  }

  private void appendPadded(String text, int width, boolean right) {
    int length = text.length();
    if (length >= width) {
      line.append(length > width ? text.substring(0, width) : text);
    } else if (right) {
      line.append(spaces(width - length)).append(text);
    } else {
      line.append(text).append(spaces(width - length));
    }
  }

  /** In one piece: most of a report with thousands of lines is space. */
  private String spaces(int count) {
    if (count >= paddings.length) {
      return " ".repeat(count);
    }
    String padding = paddings[count];
    if (padding == null) {
      padding = " ".repeat(count);
      paddings[count] = padding;
    }
    return padding;
  }
}
