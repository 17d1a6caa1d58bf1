package org.jlvm.core.config.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of the LVM text syntax. */
public sealed interface ConfigValue extends ConfigNode
    permits ConfigValue.IntegerValue, ConfigValue.FloatValue, ConfigValue.ArrayValue, StringValue {

  /** A decimal or, with a leading zero in the source, octal number. */
  record IntegerValue(long value) implements ConfigValue {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof IntegerValue that && value == that.value;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(value);
    }
  }

  /** A number with a decimal point. */
  record FloatValue(double value) implements ConfigValue {}

  /** Elements between brackets, none of which is itself an array; may be empty. */
  record ArrayValue(List<ConfigValue> elements) implements ConfigValue {
    public static final ArrayValue EMPTY = new ArrayValue(List.of());

    public ArrayValue {
      elements = List.copyOf(elements);
      for (ConfigValue element : elements) {
        if (element instanceof ArrayValue) {
          throw new IllegalArgumentException("array within an array");
        }
      }
    }
  }

  static ConfigValue string(String value) {
    return StringValue.of(value);
  }

  static ConfigValue integer(long value) {
    return new IntegerValue(value);
  }

  static ConfigValue array(List<ConfigValue> elements) {
    return elements.isEmpty() ? ArrayValue.EMPTY : new ArrayValue(elements);
  }
}
