package org.jlvm.dm.ioctl;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jlvm.dm.table.DmTable;
import org.jlvm.dm.table.TargetLine;

/** Puts a table behind the header of a request to load it. */
final class TableWriter {
  private TableWriter() {}

  static Request load(DmTable table) {
    List<byte[]> texts = new ArrayList<>(table.lines().size());
    int size = 0;
    for (TargetLine line : table.lines()) {
      byte[] text = escape(line.params().text()).getBytes(StandardCharsets.UTF_8);
      texts.add(text);
      size = Math.addExact(size, specSize(text));
    }
    Request request = new Request(Command.LOAD, size);
    request.setTargetCount(texts.size());
    int at = request.dataStart();
    for (int i = 0; i < texts.size(); i++) {
      write(request.buffer(), at, table.lines().get(i), texts.get(i));
      at += specSize(texts.get(i));
    }
    return request;
  }

  private static void write(ByteBuffer buffer, int at, TargetLine line, byte[] text) {
    byte[] type = line.params().targetType().getBytes(StandardCharsets.UTF_8);
    if (type.length >= Layout.SPEC_TYPE_SIZE) {
      throw new IllegalArgumentException("target type too long: " + line.params().targetType());
    }
    buffer.putLong(at + Layout.SPEC_START, line.start().count());
    buffer.putLong(at + Layout.SPEC_LENGTH, line.length().count());
    buffer.putInt(at + Layout.SPEC_NEXT, specSize(text));
    buffer.put(at + Layout.SPEC_TYPE, type);
    buffer.put(at + Layout.SPEC_SIZE, text);
  }

  private static int specSize(byte[] text) {
    return Answers.align(Layout.SPEC_SIZE + text.length + 1);
  }

  /** The driver takes a backslash as a quote for what follows it. */
  private static String escape(String text) {
    return text.indexOf('\\') < 0 ? text : text.replace("\\", "\\\\");
  }
}
