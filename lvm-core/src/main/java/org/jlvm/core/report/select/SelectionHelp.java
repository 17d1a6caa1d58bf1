package org.jlvm.core.report.select;

import java.util.List;
import org.jlvm.core.message.Messages;
import org.jlvm.core.report.field.FieldTable;
import org.jlvm.core.report.field.ReservedValue;

/** What {@code -S help} says of operands and operators. */
final class SelectionHelp {
  private static final String[] OPERANDS = {
    "Selection operands",
    "------------------",
    "  field               - Reporting field.",
    "  number              - Non-negative integer value.",
    "  size                - Floating point value with units, 'm' unit used by default if not"
        + " specified.",
    "  percent             - Non-negative integer with or without % suffix.",
    "  string              - Characters quoted by ' or \" or unquoted.",
    "  string list         - Strings enclosed by [ ] or { } and elements delimited by either",
    "                        \"all items must match\" or \"at least one item must match\""
        + " operator.",
    "  regular expression  - Characters quoted by ' or \" or unquoted.",
    " ",
  };

  private SelectionHelp() {}

  static void show(FieldTable<?> table, Messages messages) {
    for (String line : OPERANDS) {
      messages.warn(line);
    }
    List<ReservedValue> reserved = table.reservedValues();
    if (!reserved.isEmpty()) {
      showReserved(reserved, messages);
    }
    messages.warn("Selection operators");
    messages.warn("-------------------");
    messages.warn("  Comparison operators:");
    for (Operator operator : Operator.values()) {
      messages.warn("    " + padLeft(operator.text(), 6) + "  - " + operator.description());
    }
    messages.warn(" ");
    messages.warn("  Logical and grouping operators:");
    for (LogicalSign sign : LogicalSign.values()) {
      messages.warn("    " + padLeft(sign.text(), 4) + "  - " + sign.description());
    }
    messages.warn(" ");
  }

  /** lvm2's list stops at the first value of a single field that is outside the order. */
  private static void showReserved(List<ReservedValue> reserved, Messages messages) {
    messages.warn("Reserved values");
    messages.warn("---------------");
    int shown = 0;
    int width = 0;
    while (shown < reserved.size() && isListed(reserved.get(shown))) {
      ReservedValue value = reserved.get(shown++);
      width = Math.max(width, String.join(", ", value.names()).length() + 2);
    }
    for (ReservedValue value : reserved.subList(0, shown)) {
      String names = String.join(", ", value.names());
      boolean forNumbers = value.field().isEmpty();
      String text =
          forNumbers ? "Reserved value for undefined numeric value. [number]" : " [unknown]";
      messages.warn("  " + names + " ".repeat(width - names.length()) + " - " + text);
    }
    messages.warn(" ");
  }

  private static boolean isListed(ReservedValue value) {
    return value.field().isEmpty() || !value.strict();
  }

  private static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
