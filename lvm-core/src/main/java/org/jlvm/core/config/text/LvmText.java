package org.jlvm.core.config.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes to strings and back without loss. Text is UTF-8; a byte that is not part of valid UTF-8
 * becomes the lone surrogate U+DC00 + byte, which {@link #encode} turns back into that byte.
 */
public final class LvmText {
  private static final int ESCAPE_BASE = 0xDC00;

  private LvmText() {}

  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** Decodes {@code bytes[from, to)}. */
  public static String decode(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return decodeNonAscii(bytes, from, to);
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static String decodeNonAscii(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    byte[] back = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(bytes, from, to, back, 0, back.length)
        ? text
        : decodeInvalid(ByteBuffer.wrap(bytes, from, to - from));
  }

  private static String decodeInvalid(ByteBuffer in) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(in.remaining());
    while (in.hasRemaining()) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        for (int i = 0; i < result.length(); i++) {
          out.put((char) (ESCAPE_BASE + (in.get() & 0xFF)));
        }
      }
    }
    return out.flip().toString();
  }

  /** The bytes that {@link #decode} made this string of; other lone surrogates become '?'. */
  public static byte[] encode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return encodeWithSurrogates(text);
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] encodeWithSurrogates(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
    int clean = 0;
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (codePoint >= ESCAPE_BASE + 0x80 && codePoint <= ESCAPE_BASE + 0xFF) {
        out.writeBytes(text.substring(clean, i).getBytes(StandardCharsets.UTF_8));
        out.write(codePoint - ESCAPE_BASE);
        clean = i + 1;
      }
      i += Character.charCount(codePoint);
    }
    out.writeBytes(text.substring(clean).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** Puts a backslash before each double quote and backslash. */
  public static String escape(String text) {
    if (text.indexOf('"') < 0 && text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  /** Undoes {@link #escape}; a backslash before any other character stands for itself. */
  public static String unescape(String text) {
    int backslash = text.indexOf('\\');
    if (backslash < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    out.append(text, 0, backslash);
    for (int i = backslash; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(i + 1);
        if (next == '"' || next == '\\') {
          c = next;
          i++;
        }
      }
      out.append(c);
    }
    return out.toString();
  }
}
