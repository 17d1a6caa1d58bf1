package org.jlvm.core.config.text;

/** Prints a tree as lvm2 prints configuration: tab-indented, one entry a line, no comments. */
public final class ConfigPrinter {
  private static final int MAX_INDENT = 32;

  private ConfigPrinter() {}

  /** The entries of a section, each line ended. */
  public static String print(ConfigSection section) {
    StringBuilder out = new StringBuilder(1024);
    appendEntries(out, section, 0);
    return out.toString();
  }

  public static void appendEntries(StringBuilder out, ConfigSection section, int indent) {
    for (ConfigEntry entry : section.entries()) {
      appendEntry(out, entry, indent);
    }
  }

  public static void appendEntry(StringBuilder out, ConfigEntry entry, int indent) {
    indent(out, indent);
    appendName(out, entry.name());
    if (entry.node() instanceof ConfigSection section) {
      out.append(" {\n");
      appendEntries(out, section, indent + 1);
      indent(out, indent);
      out.append("}\n");
    } else if (entry.node() instanceof ConfigValue value) {
      out.append('=');
      appendValue(out, value, ",");
      out.append('\n');
    }
  }

  private static void indent(StringBuilder out, int level) {
    for (int i = 0; i < Math.min(level, MAX_INDENT); i++) {
      out.append('\t');
    }
  }

  /** A name, in quotes where the syntax needs them. */
  public static void appendName(StringBuilder out, String name) {
    if (name.indexOf('#') >= 0 || name.indexOf('"') >= 0 || name.indexOf('!') >= 0) {
      appendQuoted(out, name);
    } else {
      out.append(name);
    }
  }

  /** A value; array elements are parted by the given separator. */
  public static void appendValue(StringBuilder out, ConfigValue value, String separator) {
    if (value instanceof StringValue string) {
      appendQuoted(out, string.value());
    } else if (value instanceof ConfigValue.IntegerValue number) {
      out.append(number.value());
    } else if (value instanceof ConfigValue.FloatValue number) {
      appendFloat(out, number.value());
    } else if (value instanceof ConfigValue.ArrayValue array) {
      out.append('[');
      for (int i = 0; i < array.elements().size(); i++) {
        if (i > 0) {
          out.append(separator);
        }
        appendValue(out, array.elements().get(i), separator);
      }
      out.append(']');
    }
  }

  public static void appendQuoted(StringBuilder out, String text) {
    out.append('"').append(LvmText.escape(text)).append('"');
  }

  /** Six digits after the point, as C's %f. */
  public static void appendFloat(StringBuilder out, double value) {
    out.append(
        new java.math.BigDecimal(value)
            .setScale(6, java.math.RoundingMode.HALF_EVEN)
            .toPlainString());
  }
}
