package org.jlvm.core.config.text;

import org.jspecify.annotations.Nullable;

/** Gives one string for all occurrences of a name: metadata repeats a few keys very often. */
final class NameCache {
  private static final int SIZE = 512;

  private final @Nullable String[] names = new @Nullable String[SIZE];

  String get(byte[] source, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      byte b = source[i];
      if (b < 0) {
        return LvmText.decode(source, from, to);
      }
      hash = 31 * hash + b;
    }
    int slot = (hash ^ (hash >>> 9)) & (SIZE - 1);
    String cached = names[slot];
    if (cached != null && matches(cached, source, from, to)) {
      return cached;
    }
    // The same object as the constant that a reader looks for, so that comparing them is quick.
    String name = LvmText.decode(source, from, to).intern();
    names[slot] = name;
    return name;
  }

  private static boolean matches(String name, byte[] source, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (name.charAt(i - from) != source[i]) {
        return false;
      }
    }
    return true;
  }
}
