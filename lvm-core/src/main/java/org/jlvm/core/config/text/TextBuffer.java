package org.jlvm.core.config.text;

import java.util.Arrays;

/** Bytes of a text, most of it ASCII, to which more are added. */
final class TextBuffer {
  /** Digits of the longest number, with its sign. */
  private static final int MAX_DIGITS = 20;

  private byte[] bytes;
  private int length;

  TextBuffer(int expectedLength) {
    bytes = new byte[expectedLength];
  }

  int length() {
    return length;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  void append(char ascii) {
    ensureRoom(1);
    bytes[length++] = (byte) ascii;
  }

  void fill(char ascii, int count) {
    ensureRoom(count);
    for (int i = 0; i < count; i++) {
      bytes[length++] = (byte) ascii;
    }
  }

  @SuppressWarnings("deprecation") // the one that copies the low bytes of an ASCII string at once
  void append(String text) {
    int count = text.length();
    for (int i = 0; i < count; i++) {
      if (text.charAt(i) >= 0x80) {
        append(LvmText.encode(text));
        return;
      }
    }
    ensureRoom(count);
    text.getBytes(0, count, bytes, length);
    length += count;
  }

  private void append(byte[] encoded) {
    ensureRoom(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  /** A number in decimal digits. */
  void append(long number) {
    if (number < 0) {
      append(Long.toString(number));
      return;
    }
    ensureRoom(MAX_DIGITS);
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    long rest = number;
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  /** A part of another text. */
  void append(TextBuffer other, int from, int to) {
    ensureRoom(to - from);
    System.arraycopy(other.bytes, from, bytes, length, to - from);
    length += to - from;
  }

  /** Whether a part of this text is at an offset of another one. */
  boolean matches(int from, int to, byte[] other, int at) {
    return to <= length
        && at >= 0
        && other.length - at >= to - from
        && Arrays.equals(bytes, from, to, other, at, at + to - from);
  }

  private void ensureRoom(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.addExact(Math.max(bytes.length * 3 / 2, length), count));
    }
  }
}
