package org.jlvm.core.config.text;

import java.util.Arrays;
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
  private byte[] out;
  private int length;
  private int depth;

  public MetadataWriter(Layout layout) {
    this(layout, 16 * 1024);
  }

  public MetadataWriter(Layout layout, int expectedLength) {
    this.layout = layout;
    this.out = new byte[expectedLength];
  }

  public Layout layout() {
    return layout;
  }

  public void open(String name) {
    int start = begin();
    append(name);
    append(" {");
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
    append(text);
    end(start, comment);
  }

  /** Indents a line. */
  private int begin() {
    for (int i = indentation(); i > 0; i--) {
      append('\t');
    }
    return length;
  }

  private int indentation() {
    return layout == Layout.FILE ? Math.min(depth, MAX_INDENT) : 0;
  }

  /** Ends the line whose text began at an offset. */
  private void end(int start, String comment) {
    if (layout == Layout.FILE && !comment.isEmpty()) {
      int stop = (length - start + TAB_WIDTH * indentation()) / TAB_WIDTH + 1;
      do {
        append('\t');
        stop++;
      } while (stop < COMMENT_TAB);
      append(comment);
    }
    append('\n');
  }

  private void append(char ascii) {
    ensureRoom(1);
    out[length++] = (byte) ascii;
  }

  private void append(String text) {
    ensureRoom(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        length -= i;
        appendEncoded(LvmText.encode(text));
        return;
      }
      out[length++] = (byte) c;
    }
  }

  private void appendEncoded(byte[] bytes) {
    ensureRoom(bytes.length);
    System.arraycopy(bytes, 0, out, length, bytes.length);
    length += bytes.length;
  }

  private void ensureRoom(int count) {
    if (out.length - length < count) {
      out = Arrays.copyOf(out, Math.addExact(Math.max(out.length * 3 / 2, length), count));
    }
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
    append('\n');
  }

  public void value(String name, long value) {
    value(name, value, "");
  }

  public void value(String name, long value, String comment) {
    int start = begin();
    append(name);
    append(" = ");
    append(Long.toString(value));
    end(start, comment);
  }

  public void value(String name, String value) {
    value(name, value, "");
  }

  public void value(String name, String value, String comment) {
    int start = begin();
    append(name);
    append(" = ");
    quoted(value);
    end(start, comment);
  }

  /** An array of strings: {@code name = ["a", "b"]}. */
  public void strings(String name, List<String> values) {
    int start = begin();
    append(name);
    append(" = [");
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        append(", ");
      }
      quoted(values.get(i));
    }
    append(']');
    end(start, "");
  }

  private void quoted(String text) {
    append('"');
    append(LvmText.escape(text));
    append('"');
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
    append(text);
  }

  /** What has been written so far. */
  public String text() {
    return LvmText.decode(out, 0, length);
  }

  /** {@link #text()} as bytes. */
  public byte[] bytes() {
    return Arrays.copyOf(out, length);
  }
}
