package org.jlvm.core.config.text;

import java.util.List;

/**
 * Writes metadata in lvm2's two layouts: {@link Layout#FILE}, indented and with comments (backup
 * and archive files, pvck), and {@link Layout#DISK}, without both (metadata areas).
 */
public final class MetadataWriter {
  /** Where the text goes, which decides how it looks. */
  public enum Layout {
    FILE,
    DISK
  }

  private static final int MAX_INDENT = 5;
  private static final int TAB_WIDTH = 8;

  /** Tab stop at which comments begin where the line is short enough. */
  private static final int COMMENT_TAB = 6;

  private final Layout layout;
  private final StringBuilder out;
  private int depth;

  public MetadataWriter(Layout layout) {
    this(layout, 16 * 1024);
  }

  public MetadataWriter(Layout layout, int expectedLength) {
    this.layout = layout;
    this.out = new StringBuilder(expectedLength);
  }

  public Layout layout() {
    return layout;
  }

  public void open(String name) {
    line(name + " {");
    depth++;
  }

  public void close() {
    if (depth == 0) {
      throw new IllegalStateException("no section is open");
    }
    depth--;
    line("}");
  }

  /** A whole line as it is. */
  public void line(String text) {
    lineWithComment(text, "");
  }

  /** A whole line and, in files, a comment ({@code "# ..."}) lined up with the others. */
  public void lineWithComment(String text, String comment) {
    int indent = layout == Layout.FILE ? Math.min(depth, MAX_INDENT) : 0;
    for (int i = 0; i < indent; i++) {
      out.append('\t');
    }
    out.append(text);
    if (layout == Layout.FILE && !comment.isEmpty()) {
      int width = LvmText.encode(text).length;
      int stop = (width + TAB_WIDTH * indent) / TAB_WIDTH + 1;
      do {
        out.append('\t');
        stop++;
      } while (stop < COMMENT_TAB);
      out.append(comment);
    }
    out.append('\n');
  }

  /** The lines that follow are one level deeper. */
  public void indent() {
    depth++;
  }

  /** Undoes {@link #indent()}. */
  public void outdent() {
    if (depth == 0) {
      throw new IllegalStateException("no section is open");
    }
    depth--;
  }

  public void newLine() {
    out.append('\n');
  }

  public void value(String name, long value) {
    line(name + " = " + value);
  }

  public void value(String name, long value, String comment) {
    lineWithComment(name + " = " + value, comment);
  }

  public void value(String name, String value) {
    value(name, value, "");
  }

  public void value(String name, String value, String comment) {
    lineWithComment(name + " = \"" + LvmText.escape(value) + '"', comment);
  }

  /** An array of strings: {@code name = ["a", "b"]}. */
  public void strings(String name, List<String> values) {
    StringBuilder text = new StringBuilder(name).append(" = [");
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        text.append(", ");
      }
      ConfigPrinter.appendQuoted(text, values.get(i));
    }
    line(text.append(']').toString());
  }

  /** Any value: {@code name = value}. */
  public void value(String name, ConfigValue value) {
    StringBuilder text = new StringBuilder(name).append(" = ");
    ConfigPrinter.appendValue(text, value, ", ");
    line(text.toString());
  }

  /** An entry with all that is in it, printed anew. */
  public void entry(ConfigEntry entry) {
    StringBuilder name = new StringBuilder();
    ConfigPrinter.appendName(name, entry.name());
    if (entry.node() instanceof ConfigSection section) {
      open(name.toString());
      for (ConfigEntry inner : section.entries()) {
        entry(inner);
      }
      close();
    } else if (entry.node() instanceof ConfigValue value) {
      value(name.toString(), value);
    }
  }

  /** Text that is already in place, line ends included; nothing is added. */
  public void raw(String text) {
    out.append(text);
  }

  /** What has been written so far. */
  public String text() {
    return out.toString();
  }

  /** {@link #text()} as bytes. */
  public byte[] bytes() {
    return LvmText.encode(text());
  }
}
