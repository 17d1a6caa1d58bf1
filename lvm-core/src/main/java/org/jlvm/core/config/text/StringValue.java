package org.jlvm.core.config.text;

import org.jspecify.annotations.Nullable;

/** A string, decoded from the source when it is first asked for: most of a large VG's never are. */
public final class StringValue implements ConfigValue {
  /** How a string was written. Only double-quoted strings know escapes. */
  public enum Quoting {
    DOUBLE,
    SINGLE,
    BARE
  }

  private static final byte[] NO_SOURCE = new byte[0];

  private final Quoting quoting;
  private final byte[] source;
  private final int from;
  private final int to;
  private @Nullable String decoded;

  /** A string whose inner text, quotes excluded, is {@code source[from, to)}. */
  StringValue(Quoting quoting, byte[] source, int from, int to) {
    this.quoting = quoting;
    this.source = source;
    this.from = from;
    this.to = to;
  }

  private StringValue(String value) {
    this(Quoting.DOUBLE, NO_SOURCE, 0, 0);
    this.decoded = value;
  }

  public static StringValue of(String value) {
    return new StringValue(value);
  }

  /** The string without quotes and escapes. */
  public String value() {
    String result = decoded;
    if (result == null) {
      result = LvmText.decode(source, from, to);
      if (quoting == Quoting.DOUBLE) {
        result = LvmText.unescape(result);
      }
      decoded = result;
    }
    return result;
  }

  public Quoting quoting() {
    return quoting;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StringValue that && value().equals(that.value());
  }

  @Override
  public int hashCode() {
    return value().hashCode();
  }

  @Override
  public String toString() {
    return '"' + value() + '"';
  }
}
