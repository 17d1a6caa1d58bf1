package org.jlvm.core.config.table;

import java.util.Optional;
import org.jlvm.core.config.text.ConfigValue;

/** The default of each setting, the computed ones included. */
@FunctionalInterface
public interface SettingDefaults {
  /** Empty for sections and for strings without a default. */
  Optional<ConfigValue> defaultOf(SettingDefinition setting);
}
