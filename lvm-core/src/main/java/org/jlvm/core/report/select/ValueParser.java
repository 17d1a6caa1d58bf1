package org.jlvm.core.report.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.regex.DmRegex;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldTable;
import org.jlvm.core.report.field.FieldType;
import org.jlvm.core.report.field.ReservedValue;
import org.jlvm.core.report.field.TimeSpan;
import org.jlvm.core.units.DisplayUnit;

/** Reads what a field is compared with. */
final class ValueParser {
  /** A whole in the millionths that percents are kept in. */
  private static final long ALL_PERCENT = 100_000_000L;

  private static final long ONE_PERCENT = 1_000_000L;
  private static final long ANY_NUMBER = -1L;
  private static final int SECTOR = 512;
  private static final LogicalSign[] WORD_ENDS = {
    LogicalSign.AND, LogicalSign.COMMA, LogicalSign.OR, LogicalSign.HASH, LogicalSign.CLOSE
  };

  private final FieldTable<?> table;
  private final Messages messages;
  private final Cursor cursor;
  private final Field field;
  private final Operator operator;

  ValueParser(
      FieldTable<?> table, Messages messages, Cursor cursor, Field field, Operator operator) {
    this.table = table;
    this.messages = messages;
    this.cursor = cursor;
    this.field = field;
    this.operator = operator;
  }

  /**
   * @return empty, with a message, if there is no value of the field's type
   * @throws FailedException if the value cannot be used
   */
  Optional<ValueTest> parse() {
    cursor.skipSpace();
    if (operator.kind() == Operator.Kind.REGEX) {
      return field.type() == FieldType.STRING_LIST ? list() : regex();
    }
    Optional<ValueTest> reserved = reserved();
    if (reserved.isPresent()) {
      return reserved;
    }
    return switch (field.type()) {
      case STRING -> string();
      case STRING_LIST -> list();
      case NUMBER, SIZE, PERCENT -> number();
      case TIME -> time();
    };
  }

  private Optional<ValueTest> reserved() {
    if (table.reservedValues().isEmpty()) {
      return Optional.empty();
    }
    int start = cursor.position();
    Optional<String> word = cursor.wordOrQuoted(WORD_ENDS);
    if (word.isPresent()) {
      for (ReservedValue value : table.reservedValues()) {
        if (value.isFor(field) && value.names().contains(word.get())) {
          return Optional.of(testFor(value.value()));
        }
      }
      Optional<TimeSpan> span = table.timeWords(field, word.get(), messages);
      if (span.isPresent()) {
        return Optional.of(range(span.get().first(), span.get().last(), ANY_NUMBER));
      }
    }
    cursor.moveTo(start);
    return Optional.empty();
  }

  private ValueTest testFor(Cell value) {
    return switch (field.type()) {
      case STRING, STRING_LIST -> new ValueTest.Text(value.sortText(), operator.isNegative());
      case SIZE -> new ValueTest.Size(operator, value.size(), strictValues());
      case PERCENT -> range(value.key(), value.key(), ALL_PERCENT);
      case NUMBER, TIME -> range(value.key(), value.key(), ANY_NUMBER);
    };
  }

  private ValueTest range(long from, long to, long limit) {
    return new ValueTest.Number(operator, from, to, strictValues(), limit);
  }

  private List<Cell> strictValues() {
    List<Cell> values = new ArrayList<>();
    for (ReservedValue reserved : table.reservedValues()) {
      if (reserved.strict() && reserved.isFor(field)) {
        values.add(reserved.value());
      }
    }
    return values;
  }

  private Optional<ValueTest> string() {
    Optional<String> text = cursor.wordOrQuoted(WORD_ENDS);
    if (text.isEmpty()) {
      return failed("Failed to parse string value for selection field " + field.id() + ".");
    }
    for (Cell strict : strictValues()) {
      if (strict.sortText().equals(text.get())) {
        throw new FailedException(
            "String value " + text.get() + " found in selection is reserved.");
      }
    }
    return Optional.of(new ValueTest.Text(text.get(), operator.isNegative()));
  }

  private Optional<ValueTest> regex() {
    if (cursor.isAtEnd()) {
      return failed("Regular expression expected for selection field " + field.id());
    }
    Optional<String> expression = quotedExpression();
    if (expression.isEmpty()) {
      return failed("Failed to parse regex value for selection field " + field.id() + ".");
    }
    return Optional.of(
        new ValueTest.Regex(compile(List.of(expression.get())), operator.isNegative()));
  }

  private Optional<String> quotedExpression() {
    char open = cursor.peek();
    switch (open) {
      case '(', '{', '[', '"', '\'' -> {
        cursor.skip();
        char close = open == '(' ? ')' : open == '{' ? '}' : open == '[' ? ']' : open;
        return cursor.until(close);
      }
      default -> {
        return Optional.of(cursor.word(WORD_ENDS));
      }
    }
  }

  private DmRegex compile(List<String> expressions) {
    try {
      return DmRegex.compile(expressions, messages);
    } catch (FailedException e) {
      messages.error(e.getMessage());
      throw new FailedException(
          "dm_report: failed to create regex matcher for selection field " + field.id(), e);
    }
  }

  private Optional<ValueTest> list() {
    Optional<ListReader.Read> read = new ListReader(cursor, messages, field).read(WORD_ENDS);
    if (read.isEmpty()) {
      return failed("Failed to parse string list value for selection field " + field.id() + ".");
    }
    Optional<DmRegex> regex =
        operator.kind() == Operator.Kind.REGEX
            ? Optional.of(compile(read.get().items()))
            : Optional.empty();
    ListTest list = new ListTest(read.get().items(), regex, read.get().subset(), read.get().all());
    return Optional.of(new ValueTest.Texts(list, operator.isNegative()));
  }

  private Optional<ValueTest> number() {
    String digits = cursor.number();
    if (digits.isEmpty()) {
      return failed("Failed to parse numeric value for selection field " + field.id() + ".");
    }
    FieldType type = field.type();
    if (cursor.peek() == '%') {
      cursor.skip();
      if (type != FieldType.PERCENT) {
        return failed("Found percent value but " + expected() + forField());
      }
      return Optional.of(percent(digits));
    }
    Optional<DisplayUnit> unit =
        cursor.isAtEnd() ? Optional.empty() : DisplayUnit.parse(String.valueOf(cursor.peek()));
    if (unit.isPresent()) {
      cursor.skip();
      if (type != FieldType.SIZE) {
        return failed("Found size unit specifier but " + expected() + forField());
      }
    }
    return Optional.of(
        switch (type) {
          case SIZE -> size(digits, unit.isPresent() ? unit.get().factor() : 1024L * 1024);
          case PERCENT -> percent(digits);
          default -> whole(digits);
        });
  }

  private String expected() {
    return switch (field.type()) {
      case SIZE -> "size";
      case PERCENT -> "percent";
      default -> "numeric";
    };
  }

  private String forField() {
    return " value expected for selection field " + field.id() + ".";
  }

  private ValueTest whole(String digits) {
    int point = digits.indexOf('.');
    String before = point < 0 ? digits : digits.substring(0, point);
    long value;
    try {
      value = before.isEmpty() ? 0 : Long.parseUnsignedLong(before);
    } catch (NumberFormatException e) {
      throw outOfRange(digits, e);
    }
    for (Cell strict : strictValues()) {
      if (strict.key() == value) {
        throw new FailedException(
            "Numeric value " + Long.toUnsignedString(value) + " found in selection is reserved.");
      }
    }
    return range(value, value, ANY_NUMBER);
  }

  private ValueTest size(String digits, long factor) {
    double sectors = decimal(digits) * factor / SECTOR;
    return new ValueTest.Size(operator, sectors, strictValues());
  }

  private ValueTest percent(String digits) {
    double value = decimal(digits);
    if (value > 100) {
      throw outOfRange(digits, new NumberFormatException(digits));
    }
    long millionths = (long) (ONE_PERCENT * value);
    return range(millionths, millionths, ALL_PERCENT);
  }

  private static double decimal(String digits) {
    return digits.equals(".") ? 0 : Double.parseDouble(digits);
  }

  private FailedException outOfRange(String value, NumberFormatException cause) {
    return new FailedException(
        "Field selection value " + value + " out of supported range for field " + field.id() + ".",
        cause);
  }

  private Optional<ValueTest> time() {
    String complaint = "Failed to parse time value for selection field " + field.id() + ".";
    if (cursor.peek() == '@') {
      cursor.skip();
      String digits = cursor.number();
      return digits.isEmpty() ? failed(complaint) : Optional.of(whole(digits));
    }
    Optional<String> text = cursor.wordOrQuoted(WORD_ENDS);
    Optional<TimeSpan> span =
        text.flatMap(written -> new DateReader(written, messages, table.zone()).read());
    if (span.isEmpty()) {
      return failed(complaint);
    }
    return Optional.of(range(span.get().first(), span.get().last(), ANY_NUMBER));
  }

  private Optional<ValueTest> failed(String reason) {
    messages.error(reason);
    return Optional.empty();
  }
}
