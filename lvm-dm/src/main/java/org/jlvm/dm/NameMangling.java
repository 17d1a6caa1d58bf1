package org.jlvm.dm;

import java.nio.charset.StandardCharsets;

/**
 * Device-mapper's way to keep bytes that udev does not like out of names: each one outside {@code
 * A-Z a-z 0-9 # + - . : = @ _} becomes {@code \xNN}.
 */
public final class NameMangling {
  private static final String PLAIN = "#+-.:=@_";
  private static final int ESCAPE_LENGTH = 4;

  private NameMangling() {}

  /** Every byte that needs it is replaced, backslashes of earlier rounds too. */
  public static String mangle(String name) {
    StringBuilder mangled = new StringBuilder(name.length());
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(b)) {
        mangled.append((char) b);
      } else {
        mangled.append("\\x").append(hexDigit(b >> 4)).append(hexDigit(b));
      }
    }
    return mangled.toString();
  }

  /** Turns each {@code \xNN} back; what is not of that form is kept. */
  public static String unmangle(String name) {
    if (name.indexOf('\\') < 0) {
      return name;
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    byte[] plain = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (isEscape(bytes, i)) {
        int high = Character.digit(bytes[i + 2], 16);
        plain[length++] = (byte) (high << 4 | Character.digit(bytes[i + 3], 16));
        i += ESCAPE_LENGTH - 1;
      } else {
        plain[length++] = bytes[i];
      }
    }
    return new String(plain, 0, length, StandardCharsets.UTF_8);
  }

  private static boolean isEscape(byte[] bytes, int at) {
    return at + ESCAPE_LENGTH <= bytes.length
        && bytes[at] == '\\'
        && bytes[at + 1] == 'x'
        && Character.digit(bytes[at + 2], 16) >= 0
        && Character.digit(bytes[at + 3], 16) >= 0;
  }

  private static boolean isPlain(byte b) {
    return b >= '0' && b <= '9'
        || b >= 'A' && b <= 'Z'
        || b >= 'a' && b <= 'z'
        || b > 0 && PLAIN.indexOf(b) >= 0;
  }

  private static char hexDigit(int value) {
    return Character.forDigit(value & 0xf, 16);
  }
}
