package org.jlvm.core.report.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.message.Messages;
import org.jlvm.core.report.field.Field;

/** Reads {@code item}, {@code [a && b]} or {@code {a || b}}. */
final class ListReader {
  private static final LogicalSign[] ITEM_ENDS = {
    LogicalSign.AND,
    LogicalSign.COMMA,
    LogicalSign.OR,
    LogicalSign.HASH,
    LogicalSign.LIST_END,
    LogicalSign.SUBSET_END
  };

  private final Cursor cursor;
  private final Messages messages;
  private final Field field;

  /**
   * A list as it was read.
   *
   * @param subset written in braces, or a bare item
   * @param all joined by and
   */
  record Read(List<String> items, boolean subset, boolean all) {}

  ListReader(Cursor cursor, Messages messages, Field field) {
    this.cursor = cursor;
    this.messages = messages;
    this.field = field;
  }

  /** Empty, with a message, if it is not a list. */
  Optional<Read> read(LogicalSign... wordEnds) {
    Optional<LogicalSign> open = cursor.sign(LogicalSign.LIST_START, LogicalSign.SUBSET_START);
    if (open.isPresent()) {
      return items(open.get() == LogicalSign.SUBSET_START);
    }
    return cursor.wordOrQuoted(wordEnds).map(item -> new Read(List.of(item), true, false));
  }

  private Optional<Read> items(boolean subset) {
    List<String> items = new ArrayList<>();
    Optional<Boolean> all = Optional.empty();
    while (!cursor.isAtEnd()) {
      cursor.skipSpace();
      Optional<String> item = cursor.wordOrQuoted(ITEM_ENDS);
      if (item.isEmpty()) {
        return failed("Failed to parse string list value for selection field " + field.id() + ".");
      }
      Optional<LogicalSign> sign = cursor.sign(ITEM_ENDS);
      if (sign.isEmpty()) {
        return failed("Invalid operator in selection list.");
      }
      items.add(item.get());
      if (sign.get().isListEnd()) {
        boolean fits = (sign.get() == LogicalSign.SUBSET_END) == subset;
        return fits
            ? Optional.of(new Read(items, subset, all.orElse(!subset)))
            : failed(
                "List ended with incorrect character, expecting '" + (subset ? "}" : "]") + "'.");
      }
      if (all.isPresent() && all.get() != sign.get().isAnd()) {
        return failed("Only one type of logical operator allowed in selection list at a time.");
      }
      all = Optional.of(sign.get().isAnd());
    }
    return failed("Missing list end for selection field " + field.id());
  }

  private Optional<Read> failed(String reason) {
    messages.error(reason);
    return Optional.empty();
  }
}
