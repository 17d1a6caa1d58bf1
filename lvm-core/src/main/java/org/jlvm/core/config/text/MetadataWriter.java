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
    int start = begin();
    out.append(name).append(" {");
    end(start, "");
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
    int start = begin();
    out.append(text);
    end(start, comment);
  }

  /** Indents a line. */
  private int begin() {
    for (int i = indentation(); i > 0; i--) {
      out.append('\t');
    }
    return out.length();
  }

  private int indentation() {
    return layout == Layout.FILE ? Math.min(depth, MAX_INDENT) : 0;
  }

  /** Ends the line whose text began at an offset. */
  private void end(int start, String comment) {
    if (layout == Layout.FILE && !comment.isEmpty()) {
      int stop = (width(start) + TAB_WIDTH * indentation()) / TAB_WIDTH + 1;
      do {
        out.append('\t');
        stop++;
      } while (stop < COMMENT_TAB);
      out.append(comment);
    }
    out.append('\n');
  }

  /** Bytes of the text from an offset on. */
  private int width(int start) {
    for (int i = start; i < out.length(); i++) {
      if (out.charAt(i) >= 0x80) {
        return LvmText.encode(out.substring(start)).length;
      }
    }
    return out.length() - start;
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
    value(name, value, "");
  }

  public void value(String name, long value, String comment) {
    int start = begin();
    out.append(name).append(" = ").append(value);
    end(start, comment);
  }

  public void value(String name, String value) {
    value(name, value, "");
  }

  public void value(String name, String value, String comment) {
    int start = begin();
    out.append(name).append(" = \"").append(LvmText.escape(value)).append('"');
    end(start, comment);
  }

  /** An array of strings: {@code name = ["a", "b"]}. */
  public void strings(String name, List<String> values) {
    int start = begin();
    out.append(name).append(" = [");
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      ConfigPrinter.appendQuoted(out, values.get(i));
    }
    out.append(']');
    end(start, "");
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
