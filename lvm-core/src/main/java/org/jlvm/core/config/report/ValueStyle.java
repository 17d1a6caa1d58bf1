package org.jlvm.core.config.report;

import java.util.List;
import org.jlvm.core.config.text.ConfigPrinter;
import org.jlvm.core.config.text.ConfigValue;
import org.jlvm.core.config.text.StringValue;

/**
 * How a value is printed.
 *
 * @param spaces around the equals sign and within brackets
 * @param brackets around an array of one, which is otherwise printed as its element
 * @param octal numbers in octal
 * @param quotes around strings
 */
record ValueStyle(boolean spaces, boolean brackets, boolean octal, boolean quotes) {
  static final ValueStyle PLAIN = new ValueStyle(false, false, false, true);

  /** Appends {@code name=value}. */
  void append(StringBuilder out, String name, ConfigValue value) {
    String space = spaces ? " " : "";
    ConfigPrinter.appendName(out, name);
    out.append(space).append('=').append(space);
    if (!(value instanceof ConfigValue.ArrayValue array)) {
      appendSimple(out, value);
      return;
    }
    List<ConfigValue> elements = array.elements();
    if (elements.isEmpty()) {
      out.append('[').append(space).append(']');
    } else if (elements.size() == 1 && !brackets) {
      appendSimple(out, elements.get(0));
    } else {
      out.append('[').append(space);
      for (int i = 0; i < elements.size(); i++) {
        if (i > 0) {
          out.append(',').append(space);
        }
        appendSimple(out, elements.get(i));
      }
      out.append(space).append(']');
    }
  }

  private void appendSimple(StringBuilder out, ConfigValue value) {
    if (octal && value instanceof ConfigValue.IntegerValue number) {
      out.append('0').append(Long.toOctalString(number.value()));
    } else if (!quotes && value instanceof StringValue string) {
      out.append(string.value());
    } else {
      ConfigPrinter.appendValue(out, value, ",");
    }
  }
}
