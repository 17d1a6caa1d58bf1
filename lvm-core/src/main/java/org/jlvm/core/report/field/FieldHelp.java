package org.jlvm.core.report.field;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.message.Messages;

/** The listing of all fields that {@code -o help}, {@code -S help} and mistakes lead to. */
public final class FieldHelp {
  private final FieldTable<?> table;
  private final Messages messages;

  public FieldHelp(FieldTable<?> table, Messages messages) {
    this.table = table;
    this.messages = messages;
  }

  /** For field lists: names such as {@code lv_all} included. */
  public void showForFields() {
    show(true);
  }

  /** For selections: with the type of every field. */
  public void showForSelections() {
    show(false);
  }

  private void show(boolean forFields) {
    int width = 0;
    for (Field field : table.fields()) {
      width = Math.max(width, field.id().length());
    }
    for (ObjectType type : table.objectTypes()) {
      width = Math.max(width, type.prefix().length() + 3);
    }
    section(new ArrayList<>(table.fields()), width, forFields);
    messages.warn(" ");
    section(List.of(SpecialField.values()), width, forFields);
  }

  private void section(List<Field> fields, int width, boolean forFields) {
    String last = "";
    for (Field field : fields) {
      ObjectType object = field.object();
      if (!object.description().equals(last)) {
        if (!last.isEmpty()) {
          messages.warn(" ");
        }
        last = object.description();
        messages.warn(last + " Fields");
        messages.warn("-".repeat(last.length() + 7));
        if (forFields && field.getClass() != SpecialField.class) {
          messages.warn(line(object.prefix() + "all", width, "All fields in this section."));
        }
      }
      String kind = (field.isSelectable() ? "" : "unselectable ") + field.type().word();
      String text = forFields ? field.description() : field.description() + " [" + kind + "]";
      messages.warn(line(field.id(), width, text));
    }
  }

  private static String line(String name, int width, String text) {
    return "  " + name + " ".repeat(width - name.length()) + " - " + text;
  }
}
