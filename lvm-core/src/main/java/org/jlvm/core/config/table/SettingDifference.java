package org.jlvm.core.config.table;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.config.text.ConfigValue;
import org.jlvm.core.config.text.StringValue;

/** Whether a value differs from the default. */
public final class SettingDifference {
  private static final double FLOAT_TOLERANCE = Math.ulp(1.0f);

  private SettingDifference() {}

  /**
   * @param value a value that passed the check
   */
  public static boolean differs(
      SettingDefinition definition, ConfigValue value, SettingDefaults defaults) {
    if (definition.has(SettingFlag.DEFAULT_UNDEFINED)) {
      return true;
    }
    Optional<ConfigValue> byDefault = defaults.defaultOf(definition);
    List<ConfigValue> elements = elements(value);
    if (definition.allows(SettingType.ARRAY)) {
      return !sameElements(elements, elements(byDefault.orElse(ConfigValue.ArrayValue.EMPTY)));
    }
    if (elements.size() != 1) {
      return true;
    }
    ConfigValue element = elements.get(0);
    if (element instanceof StringValue && definition.allows(SettingType.BOOLEAN)) {
      // lvm2 does not compare words with numbers.
      return true;
    }
    return byDefault.isPresent() && !same(element, byDefault.get());
  }

  private static List<ConfigValue> elements(ConfigValue value) {
    return value instanceof ConfigValue.ArrayValue array ? array.elements() : List.of(value);
  }

  private static boolean sameElements(List<ConfigValue> some, List<ConfigValue> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!same(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(ConfigValue one, ConfigValue other) {
    if (one instanceof ConfigValue.FloatValue a && other instanceof ConfigValue.FloatValue b) {
      return Math.abs(a.value() - b.value()) < FLOAT_TOLERANCE;
    }
    return one.equals(other);
  }
}
