package org.jlvm.core.config.table;

import java.util.Optional;
import java.util.Set;
import org.jlvm.core.config.text.ConfigValue;

/**
 * What is known of one setting or section.
 *
 * @param path names parted by slashes; a variable name is in angle brackets
 * @param since first version that has it
 * @param deprecated first version in which it is deprecated
 * @param fixedDefault the default, unless there is none or it is computed
 * @param computedDefault whether the default depends on other settings or on the system
 * @param unconfigured the default as a template before installation
 */
public record SettingDefinition(
    String path,
    Set<SettingType> types,
    Set<SettingFlag> flags,
    LvmVersion since,
    Optional<LvmVersion> deprecated,
    Optional<ConfigValue> fixedDefault,
    boolean computedDefault,
    Optional<String> unconfigured) {

  public boolean has(SettingFlag flag) {
    return flags.contains(flag);
  }

  public boolean allows(SettingType type) {
    return types.contains(type);
  }

  public boolean isSection() {
    return allows(SettingType.SECTION);
  }

  /** The last part of the path, without angle brackets. */
  public String name() {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return has(SettingFlag.VARIABLE_NAME) ? last.substring(1, last.length() - 1) : last;
  }

  /** Path of the section it is in, empty at the top. */
  public String parent() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  public boolean isDeprecatedIn(LvmVersion version) {
    return deprecated.isPresent() && version.compareTo(deprecated.get()) >= 0;
  }

  /** For messages: the kinds of values allowed, each after a space. */
  String typeNames() {
    StringBuilder names = new StringBuilder();
    for (SettingType type : SettingType.values()) {
      if (allows(type)) {
        names.append(' ').append(type.word());
        if (type == SettingType.ARRAY && types.size() > 1) {
          names.append(" with values of type:");
        }
      }
    }
    return names.toString();
  }
}
