package org.jlvm.core.report.table;

import java.util.List;
import org.jlvm.core.message.Messages;

/** A text report under a title, with an empty line before it unless it is the first. */
final class TitledOutput implements ReportOutput {
  private final Messages messages;
  private final TextOutput text;
  private final String title;
  private final boolean separated;

  TitledOutput(Messages messages, Layout layout, String title, boolean separated) {
    this.messages = messages;
    this.text = new TextOutput(messages, layout);
    this.title = title;
    this.separated = separated;
  }

  @Override
  public boolean needsAllRows() {
    return false;
  }

  @Override
  public boolean showsEmpty() {
    return false;
  }

  @Override
  public boolean showsUnselected() {
    return text.showsUnselected();
  }

  @Override
  public void show(List<Column> columns, List<Row> rows) {
    if (separated) {
      messages.print("");
    }
    messages.print(title);
    messages.print("=".repeat(title.length()));
    text.show(columns, rows);
  }
}
