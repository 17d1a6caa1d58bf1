package org.jlvm.core.engine.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jlvm.core.config.text.ConfigEntry;
import org.jlvm.core.config.text.ConfigParser;
import org.jlvm.core.error.FormatException;

/** Bytes that are, or should be, text. */
final class RawText {
  private static final int LONGEST_NAME = 130;

  private RawText() {}

  /** Characters; what cannot be printed becomes a question mark. */
  static String printable(ByteBuffer bytes, int at, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = (char) (bytes.get(at + i) & 0xFF);
      text.append(c >= ' ' && c < 0x7F ? c : '?');
    }
    return text.toString();
  }

  /** Bytes as hexadecimal numbers without leading zeros, one after another. */
  static String hexadecimal(ByteBuffer bytes, int at, int length) {
    StringBuilder text = new StringBuilder(length * 2);
    for (int i = 0; i < length; i++) {
      text.append(Integer.toHexString(bytes.get(at + i) & 0xFF));
    }
    return text.toString();
  }

  /** Length of the group's name where a text begins {@code name &#123;}, else 0. */
  static int groupNameLength(byte[] bytes, int from) {
    int length = 0;
    while (length < LONGEST_NAME
        && from + length < bytes.length
        && isNameCharacter(bytes[from + length])) {
      length++;
    }
    int next = from + length;
    boolean opens =
        length > 0 && next + 1 < bytes.length && bytes[next] == ' ' && bytes[next + 1] == '{';
    return opens ? length : 0;
  }

  private static boolean isNameCharacter(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || ".-_+".indexOf(b) >= 0;
  }

  /** The section of the group that a text describes; empty if it cannot be read. */
  static Optional<ConfigEntry> parse(byte[] text) {
    int length = text.length;
    while (length > 0 && text[length - 1] == 0) {
      length--;
    }
    try {
      for (ConfigEntry entry :
          ConfigParser.parseMetadata(Arrays.copyOf(text, length)).root().entries()) {
        if (entry.isSection()) {
          return Optional.of(entry);
        }
      }
    } catch (FormatException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  static String string(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
