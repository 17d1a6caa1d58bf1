package org.jlvm.core.report.field;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.message.Messages;

/**
 * All fields that the rows of one kind of report can show.
 *
 * @param <R> a row
 */
public interface FieldTable<R> {
  /** In the order of help texts. */
  List<? extends Field> fields();

  /** In the order in which prefixes such as {@code lv_all} are looked up. */
  List<? extends ObjectType> objectTypes();

  /** Names that stand for values in selections. */
  List<ReservedValue> reservedValues();

  /** The value of one field in one row. */
  Cell cell(Field field, R row);

  /**
   * What free words such as {@code yesterday} mean for a time field, if they mean anything.
   *
   * @param messages told what is wrong with them
   */
  default Optional<TimeSpan> timeWords(Field field, String words, Messages messages) {
    return Optional.empty();
  }

  /** Where times are read and shown. */
  default ZoneId zone() {
    return ZoneId.systemDefault();
  }
}
