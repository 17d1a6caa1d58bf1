package org.jlvm.core.report.table;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;

/** An array whose rows are written as they come; each but the first begins with the comma. */
final class JsonRows {
  private final JsonLines lines;
  private final boolean strict;
  private final JsonStringEncoder encoder = JsonStringEncoder.getInstance();
  private boolean first = true;

  /**
   * @param name of the array
   * @param strict {@code json_std}
   */
  JsonRows(JsonLines lines, String name, boolean strict) {
    this.lines = lines;
    this.strict = strict;
    lines.startArray(name);
  }

  void add(List<JsonValue> values) {
    StringBuilder line = new StringBuilder(200).append(first ? "{" : ",{");
    for (int i = 0; i < values.size(); i++) {
      JsonValue value = values.get(i);
      String quote = strict && value.number() ? "" : "\"";
      line.append(i == 0 ? "\"" : ", \"").append(value.name()).append("\":").append(quote);
      encoder.quoteAsString(value.text(), line);
      line.append(quote);
    }
    lines.line(line.append('}'));
    first = false;
  }

  void close() {
    lines.endArray();
  }
}
