package org.jlvm.core.config.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes metadata in lvm2's two layouts: {@link Layout#DISK}, without indentation and comments
 * (metadata areas), and {@link Layout#FILE}, with both (backup and archive files, pvck). What
 * writes files writes the other layout beside it, a line once.
 */
public final class MetadataWriter {
  /** Where the text goes, which decides how it looks. */
  public enum Layout {
    FILE,
    DISK
  }

  /**
   * A place in both layouts.
   *
   * @param disk bytes before it in that layout
   * @param file the same in the other; 0 where only the first is written
   */
  public record Position(int disk, int file) {}

  private static final int MAX_INDENT = 5;
  private static final int TAB_WIDTH = 8;

  /** Tab stop at which comments begin where the line is short enough. */
  private static final int COMMENT_TAB = 6;

  private final Layout layout;
  private final TextBuffer disk;
  private final @Nullable TextBuffer file;
  private int depth;

  public MetadataWriter(Layout layout) {
    this(layout, 16 * 1024);
  }

  public MetadataWriter(Layout layout, int expectedLength) {
    this.layout = layout;
    this.disk = new TextBuffer(expectedLength);
    this.file = layout == Layout.FILE ? new TextBuffer(expectedLength * 3 / 2) : null;
  }

  public Layout layout() {
    return layout;
  }

  public void open(String name) {
    int start = disk.length();
    disk.append(name);
    disk.append(" {");
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
    int start = disk.length();
    disk.append(text);
    end(start, comment);
  }

  /** Ends the line whose text began at an offset. */
  private void end(int start, String comment) {
    TextBuffer indented = file;
    if (indented != null) {
      int tabs = Math.min(depth, MAX_INDENT);
      indented.fill('\t', tabs);
      indented.append(disk, start, disk.length());
      if (!comment.isEmpty()) {
        int stop = (disk.length() - start + TAB_WIDTH * tabs) / TAB_WIDTH + 1;
        indented.fill('\t', Math.max(1, COMMENT_TAB - stop));
        indented.append(comment);
      }
      indented.append('\n');
    }
    disk.append('\n');
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
    disk.append('\n');
    if (file != null) {
      file.append('\n');
    }
  }

  public void value(String name, long value) {
    value(name, value, "");
  }

  public void value(String name, long value, String comment) {
    int start = disk.length();
    disk.append(name);
    disk.append(" = ");
    disk.append(value);
    end(start, comment);
  }

  public void value(String name, String value) {
    value(name, value, "");
  }

  public void value(String name, String value, String comment) {
    int start = disk.length();
    disk.append(name);
    disk.append(" = ");
    quoted(value);
    end(start, comment);
  }

  /** An array of strings: {@code name = ["a", "b"]}. */
  public void strings(String name, List<String> values) {
    int start = disk.length();
    disk.append(name);
    disk.append(" = [");
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        disk.append(", ");
      }
      quoted(values.get(i));
    }
    disk.append(']');
    end(start, "");
  }

  private void quoted(String text) {
    disk.append('"');
    disk.append(LvmText.escape(text));
    disk.append('"');
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

  /** How far the text has come. */
  public Position position() {
    return new Position(disk.length(), file == null ? 0 : file.length());
  }

  /** Lines that another writer has written, at the same depth. */
  public void copy(MetadataWriter from, Position start, Position end) {
    disk.append(from.disk, start.disk, end.disk);
    if (file != null) {
      if (from.file == null) {
        throw new IllegalArgumentException("there is no text for files to copy");
      }
      file.append(from.file, start.file, end.file);
    }
  }

  /** Whether bytes of the text for disks are those of another text. */
  public boolean hasOnDisk(Position start, Position end, byte[] other, int at) {
    return disk.matches(start.disk, end.disk, other, at);
  }

  /** What has been written so far. */
  public String text() {
    byte[] bytes = bytes();
    return LvmText.decode(bytes, 0, bytes.length);
  }

  /** {@link #text()} as bytes. */
  public byte[] bytes() {
    return (file == null ? disk : file).bytes();
  }
}
