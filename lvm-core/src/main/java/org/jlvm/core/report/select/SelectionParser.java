package org.jlvm.core.report.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldHelp;
import org.jlvm.core.report.field.FieldNames;
import org.jlvm.core.report.field.FieldTable;
import org.jlvm.core.report.field.FieldType;

/**
 * Reads a selection. Where it is wrong, help and the reasons go to the messages and the last reason
 * becomes the exception.
 *
 * <pre>
 * or    := and  { ("||" | "#") and }
 * and   := term { ("&amp;&amp;" | ",") term }
 * term  := "!" "(" or ")" | "(" or ")" | FIELD OPERATOR VALUE
 * </pre>
 */
public final class SelectionParser {
  private static final int DEEPEST = 500;

  private final FieldTable<?> table;
  private final FieldNames names;
  private final Messages messages;
  private final Cursor cursor;
  private int depth;

  private SelectionParser(
      FieldTable<?> table, FieldNames names, Messages messages, String selection) {
    this.table = table;
    this.names = names;
    this.messages = messages;
    this.cursor = new Cursor(selection, messages);
  }

  /** Whether the text asks for help instead of selecting. */
  public static boolean isHelp(String selection) {
    return selection.equalsIgnoreCase("help") || selection.equals("?");
  }

  /** Whether the text selects everything. */
  public static boolean isAll(String selection) {
    return selection.isEmpty() || selection.equalsIgnoreCase("all");
  }

  public static void showHelp(FieldTable<?> table, Messages messages) {
    new FieldHelp(table, messages).showForSelections();
    messages.warn(" ");
    SelectionHelp.show(table, messages);
  }

  /**
   * @throws FailedException if it is not a selection
   */
  public static Selection parse(
      FieldTable<?> table, FieldNames names, Messages messages, String selection) {
    return new SelectionParser(table, names, messages, selection).parse();
  }

  private Selection parse() {
    Selection selection = or();
    cursor.skipSpace();
    if (!cursor.isAtEnd()) {
      messages.error("Expecting logical operator");
      throw syntaxError(cursor.position());
    }
    return selection;
  }

  private Selection or() {
    List<Selection> parts = new ArrayList<>();
    do {
      parts.add(and());
    } while (cursor.sign(LogicalSign.OR, LogicalSign.HASH).isPresent());
    return parts.size() == 1 ? parts.get(0) : new Selection.Any(parts);
  }

  private Selection and() {
    List<Selection> parts = new ArrayList<>();
    do {
      parts.add(term());
    } while (cursor.sign(LogicalSign.AND, LogicalSign.COMMA).isPresent());
    return parts.size() == 1 ? parts.get(0) : new Selection.All(parts);
  }

  private Selection term() {
    Optional<LogicalSign> sign = cursor.sign(LogicalSign.NOT, LogicalSign.OPEN);
    if (sign.isEmpty()) {
      return comparison();
    }
    boolean negated = sign.get() == LogicalSign.NOT;
    if (negated && cursor.sign(LogicalSign.OPEN).isEmpty()) {
      throw expected("left");
    }
    if (++depth > DEEPEST) {
      throw new FailedException(
          "Selection has more than " + DEEPEST + " parentheses in each other.");
    }
    Selection inner = or();
    depth--;
    if (cursor.sign(LogicalSign.CLOSE).isEmpty()) {
      throw expected("right");
    }
    return negated ? new Selection.Not(inner) : inner;
  }

  private FailedException expected(String side) {
    cursor.skipSpace();
    return new FailedException(
        "Syntax error: " + side + " parenthesis expected at '" + cursor.rest() + "'");
  }

  private Selection comparison() {
    cursor.skipSpace();
    int start = cursor.position();
    Field field = field(start);
    String afterName = cursor.rest();
    Optional<Operator> operator = cursor.operator();
    if (operator.isEmpty()) {
      throw unusable("Unrecognised comparison operator: " + afterName, start);
    }
    requireUsable(operator.get(), field, start);
    ValueParser values = new ValueParser(table, messages, cursor, field, operator.get());
    Optional<ValueTest> test = values.parse();
    if (test.isEmpty()) {
      throw syntaxError(start);
    }
    cursor.skipSpace();
    return new Selection.Comparison(field, test.get());
  }

  private Field field(int start) {
    String name = cursor.fieldName();
    if (name.isEmpty()) {
      messages.error("Expecting field name");
      throw syntaxError(start);
    }
    Optional<Field> field = names.find(name);
    if (field.isPresent() && field.get().isSelectable()) {
      return field.get();
    }
    new FieldHelp(table, messages).showForSelections();
    messages.warn(" ");
    messages.error(
        field.isPresent()
            ? "Selection field is uncomparable: " + name + "."
            : "Unrecognised selection field: " + name);
    throw syntaxError(start);
  }

  private void requireUsable(Operator operator, Field field, int start) {
    FieldType type = field.type();
    boolean usable =
        switch (operator.kind()) {
          case ANY -> true;
          case REGEX -> type.isText();
          case NUMBER -> !type.isText();
          case TIME -> type == FieldType.TIME;
        };
    if (usable) {
      return;
    }
    String kinds =
        switch (operator.kind()) {
          case REGEX -> "string or string list";
          case TIME -> "time";
          default -> "number, size, time or percent";
        };
    cursor.moveTo(start);
    throw unusable("Operator can be used only with " + kinds + " fields: " + cursor.rest(), start);
  }

  private FailedException unusable(String reason, int start) {
    SelectionHelp.show(table, messages);
    messages.error(reason);
    return syntaxError(start);
  }

  private FailedException syntaxError(int start) {
    cursor.moveTo(start);
    messages.error("Selection syntax error at '" + cursor.rest() + "'.");
    return new FailedException("Use 'help' for selection to get more help.");
  }
}
