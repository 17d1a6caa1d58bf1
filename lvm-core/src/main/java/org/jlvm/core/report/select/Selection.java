package org.jlvm.core.report.select;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.report.field.Field;

/** Which rows are meant. */
public sealed interface Selection {
  /** The values of one row. */
  @FunctionalInterface
  interface Row {
    Cell cell(Field field);
  }

  boolean matches(Row row);

  /** The fields that are looked at, in the order of the text, each once. */
  default List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    collectFields(fields);
    return fields;
  }

  void collectFields(List<Field> fields);

  /** All of these. */
  record All(List<Selection> parts) implements Selection {
    @Override
    public boolean matches(Row row) {
      for (Selection part : parts) {
        if (!part.matches(row)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void collectFields(List<Field> fields) {
      parts.forEach(part -> part.collectFields(fields));
    }
  }

  /** At least one of these. */
  record Any(List<Selection> parts) implements Selection {
    @Override
    public boolean matches(Row row) {
      for (Selection part : parts) {
        if (part.matches(row)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void collectFields(List<Field> fields) {
      parts.forEach(part -> part.collectFields(fields));
    }
  }

  /** Not this. */
  record Not(Selection part) implements Selection {
    @Override
    public boolean matches(Row row) {
      return !part.matches(row);
    }

    @Override
    public void collectFields(List<Field> fields) {
      part.collectFields(fields);
    }
  }

  /** One field compared with something. */
  record Comparison(Field field, ValueTest test) implements Selection {
    @Override
    public boolean matches(Row row) {
      return test.accepts(row.cell(field));
    }

    @Override
    public void collectFields(List<Field> fields) {
      if (!fields.contains(field)) {
        fields.add(field);
      }
    }
  }
}
