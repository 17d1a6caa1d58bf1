package org.jlvm.core.report.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldHelp;
import org.jlvm.core.report.field.FieldNames;
import org.jlvm.core.report.field.FieldTable;
import org.jlvm.core.report.field.SpecialField;

/**
 * The columns of a report, built from lists of field names. Hidden ones come first. Which types of
 * objects they need is added up on the way.
 */
final class Columns {
  private final FieldTable<?> table;
  private final FieldNames names;
  private final Messages messages;
  private final List<Column> columns = new ArrayList<>();
  private final List<Column> columnsView = Collections.unmodifiableList(columns);
  private final List<SortKey> keys = new ArrayList<>();
  private int types;

  /** A column to sort by. */
  record SortKey(Column column, boolean ascending) {}

  Columns(FieldTable<?> table, FieldNames names, int types, Messages messages) {
    this.table = table;
    this.names = names;
    this.types = types;
    this.messages = messages;
  }

  List<Column> list() {
    return columnsView;
  }

  int size() {
    return columns.size();
  }

  /** One of {@link #list()}; every cell of a report is asked for its field. */
  Field field(int column) {
    return columns.get(column).field();
  }

  List<SortKey> keys() {
    return Collections.unmodifiableList(keys);
  }

  /** Bits of all object types that the columns need. */
  int types() {
    return types;
  }

  /**
   * Adds fields and sort keys. All types are found out first: {@code all} means the fields of all
   * of them.
   *
   * @throws FailedException after a listing of all fields, if a name is not one
   */
  void add(String fields, String sortKeys) {
    for (String name : words(fields)) {
      collectTypes(name);
    }
    for (String key : words(sortKeys)) {
      types |= fieldOfKey(key).object().bit();
    }
    for (String name : words(fields)) {
      addNamed(name);
    }
    for (String key : words(sortKeys)) {
      addKey(key);
    }
  }

  /** Words between commas; several commas count as one, but one at the end makes an empty word. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      while (at < text.length() && text.charAt(at) == ',') {
        at++;
      }
      int end = text.indexOf(',', at);
      end = end < 0 ? text.length() : end;
      words.add(text.substring(at, end));
      at = end;
    }
    return words;
  }

  private void collectTypes(String name) {
    Optional<Field> field = names.find(name);
    int added = field.isPresent() ? field.get().object().bit() : names.groupOf(name, types);
    if (added == 0) {
      throw unrecognised("Unrecognised field: " + name);
    }
    types |= added;
  }

  private void addNamed(String name) {
    Optional<Field> field = names.find(name);
    if (field.isPresent()) {
      columns.add(new Column(field.get(), false));
      return;
    }
    for (Field one : names.fieldsOf(names.groupOf(name, types))) {
      columns.add(new Column(one, false));
    }
  }

  private Field fieldOfKey(String key) {
    boolean signed = key.startsWith("+") || key.startsWith("-");
    if (signed && key.length() == 1) {
      messages.error("dm_report: Missing sort field name");
    }
    return names
        .find(signed ? key.substring(1) : key)
        .orElseThrow(() -> unrecognised("dm_report: Unrecognised field: " + key));
  }

  private void addKey(String key) {
    Field field = fieldOfKey(key);
    Column column = columnOf(field);
    if (column.isSortKey()) {
      messages.warn("dm_report: Ignoring duplicate sort field: " + field.id() + ".");
      return;
    }
    column.markSortKey();
    keys.add(new SortKey(column, !key.startsWith("-")));
  }

  /** The first column of a field; a new hidden one if there is none. */
  private Column columnOf(Field field) {
    for (Column column : columns) {
      if (column.field() == field) {
        return column;
      }
    }
    Column hidden = new Column(field, true);
    columns.add(0, hidden);
    return hidden;
  }

  void addForSelection(List<Field> fields) {
    for (Field field : fields) {
      columnOf(field);
      types |= field.object().bit();
    }
  }

  /**
   * Marks the columns to leave out if empty.
   *
   * @return whether all names were understood; a message tells which was not
   */
  boolean markCompactable(String fields) {
    for (String name : words(fields)) {
      Optional<Field> field = names.find(name);
      if (field.isEmpty()) {
        messages.error("dm_report: Unrecognized field: " + name);
        return false;
      }
      for (Column column : columns) {
        if (column.field() == field.get()) {
          column.markCompactable();
          break;
        }
      }
    }
    return true;
  }

  void markAllCompactable() {
    for (Column column : columns) {
      column.markCompactable();
    }
  }

  boolean asksForHelp() {
    for (Column column : columns) {
      if (column.field() == SpecialField.HELP || column.field() == SpecialField.HELP_ALSO) {
        return true;
      }
    }
    return false;
  }

  private FailedException unrecognised(String reason) {
    new FieldHelp(table, messages).showForFields();
    messages.warn(" ");
    return new FailedException(reason);
  }
}
