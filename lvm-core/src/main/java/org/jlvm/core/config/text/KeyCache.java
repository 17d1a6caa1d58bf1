package org.jlvm.core.config.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers of each key its name and the last value that it had: metadata repeats a few keys very
 * often, and most of them with the value of the object before.
 */
final class KeyCache {
  private static final int SIZE = 512;

  private final byte[] source;
  private final @Nullable Key[] keys = new @Nullable Key[SIZE];

  /** A key where it was last seen. Changes with each value of it that is parsed. */
  static final class Key {
    private final int from;
    private final int to;
    private final String name;
    private final boolean path;
    private int valueFrom;
    private int valueTo;
    private @Nullable ConfigValue value;

    private Key(int from, int to, String name) {
      this.from = from;
      this.to = to;
      this.name = name;
      this.path = name.indexOf('/') >= 0;
    }

    String name() {
      return name;
    }

    boolean isPath() {
      return path;
    }
  }

  KeyCache(byte[] source) {
    this.source = source;
  }

  /** The key of a name in the source. */
  Key get(int from, int to) {
    // The ends and the middle tell the few keys of metadata apart.
    int hash = source[from] * 31 + source[(from + to) >>> 1] * 7 + source[to - 1] + (to - from);
    int slot = (hash ^ (hash >>> 9)) & (SIZE - 1);
    Key cached = keys[slot];
    if (cached != null && Arrays.equals(source, from, to, source, cached.from, cached.to)) {
      return cached;
    }
    // The same object as the constant that a reader looks for, so that comparing them is quick.
    Key key = new Key(from, to, LvmText.decode(source, from, to).intern());
    keys[slot] = key;
    return key;
  }

  /** Keeps the value that the source has in {@code [from, to)}. */
  void remember(Key key, int from, int to, ConfigValue value) {
    key.valueFrom = from;
    key.valueTo = to;
    key.value = value;
  }

  /**
   * Looks whether the key's last value stands there again.
   *
   * @return the offset after it, or -1
   */
  int endOfRepetition(Key key, int from, int limit) {
    int to = from + key.valueTo - key.valueFrom;
    // A line's end or a comment must follow, so that no number goes on.
    boolean same =
        key.value != null
            && to < limit
            && (source[to] == '\n' || source[to] == '\t')
            && Arrays.equals(source, from, to, source, key.valueFrom, key.valueTo);
    return same ? to : -1;
  }

  /** The last value, for who knows that there is one. */
  ConfigValue lastValue(Key key) {
    ConfigValue value = key.value;
    if (value == null) {
      throw new IllegalStateException("no value of " + key.name + " yet");
    }
    return value;
  }
}
