package org.jlvm.core.report.field;

import java.util.List;
import java.util.Optional;

/**
 * Words that a selection may use for a value.
 *
 * @param field the only field it is for; empty if for all numbers
 * @param names the words
 * @param value what they stand for
 * @param strict whether the value is outside the order: it never compares as less or greater
 */
public record ReservedValue(Optional<Field> field, List<String> names, Cell value, boolean strict) {

  public ReservedValue {
    names = List.copyOf(names);
  }

  /** Words for a value that takes part in comparisons like any other. */
  public static ReservedValue named(Field field, Cell value, String... names) {
    return new ReservedValue(Optional.of(field), List.of(names), value, false);
  }

  /** Words for a value outside the order. */
  public static ReservedValue strict(Field field, Cell value, String... names) {
    return new ReservedValue(Optional.of(field), List.of(names), value, true);
  }

  /** Words for a value outside the order, for all number fields. */
  public static ReservedValue strictNumber(Cell value, String... names) {
    return new ReservedValue(Optional.empty(), List.of(names), value, true);
  }

  /** Whether the words may be used for a field. */
  public boolean isFor(Field wanted) {
    return field.isPresent() ? field.get() == wanted : wanted.type() == FieldType.NUMBER;
  }
}
