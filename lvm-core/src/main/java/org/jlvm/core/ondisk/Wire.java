package org.jlvm.core.ondisk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jlvm.core.error.FormatException;

/** Reading and writing of primitive fields. */
final class Wire {
  private Wire() {}

  /** A view of the buffer's remaining bytes, from index 0, little-endian. */
  static ByteBuffer view(ByteBuffer bytes) {
    return bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  static ByteBuffer allocate(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static String ascii(ByteBuffer view, int at, int length) {
    byte[] bytes = new byte[length];
    view.get(at, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static void putAscii(ByteBuffer view, int at, String text) {
    view.put(at, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A 64-bit count or offset; those from 2^63 on cannot be on any device. */
  static long unsigned64(ByteBuffer view, int at, String what) {
    long value = view.getLong(at);
    if (value < 0) {
      throw new FormatException(what + " " + Long.toUnsignedString(value) + " is out of range.");
    }
    return value;
  }
}
