package org.jlvm.core.config.report;

import java.util.Set;
import org.jlvm.core.config.table.LvmVersion;
import org.jlvm.core.config.table.SettingDefinition;
import org.jlvm.core.config.table.SettingFlag;

/**
 * Which definitions a report of defaults has.
 *
 * @param version that of lvm2, or the one asked for
 * @param since whether {@link ConfigType#NEW} means since the version instead of with it
 * @param used paths of the definitions that the configuration uses
 */
record SettingFilter(
    ConfigType type,
    LvmVersion version,
    boolean since,
    boolean ignoreAdvanced,
    boolean ignoreUnsupported,
    boolean ignoreDeprecated,
    Set<String> used) {

  boolean shows(SettingDefinition setting) {
    if ((ignoreAdvanced && setting.has(SettingFlag.ADVANCED))
        || (ignoreUnsupported && setting.has(SettingFlag.UNSUPPORTED))) {
      return false;
    }
    return switch (type) {
      case FULL -> isUnused(setting);
      case MISSING -> isUnused(setting) && isCurrent(setting);
      case NEW -> isNew(setting) && !isHiddenAsDeprecated(setting);
      case PROFILABLE -> isCurrent(setting) && setting.has(SettingFlag.PROFILABLE);
      case PROFILABLE_COMMAND ->
          isCurrent(setting)
              && setting.has(SettingFlag.PROFILABLE)
              && !setting.has(SettingFlag.METADATA_PROFILABLE);
      case PROFILABLE_METADATA ->
          isCurrent(setting) && setting.has(SettingFlag.METADATA_PROFILABLE);
      default -> isCurrent(setting);
    };
  }

  private boolean isUnused(SettingDefinition setting) {
    return !used.contains(setting.path()) && !setting.has(SettingFlag.VARIABLE_NAME);
  }

  private boolean isCurrent(SettingDefinition setting) {
    return setting.since().compareTo(version) <= 0 && !isHiddenAsDeprecated(setting);
  }

  private boolean isNew(SettingDefinition setting) {
    int comparison = setting.since().compareTo(version);
    return since ? comparison >= 0 : comparison == 0;
  }

  private boolean isHiddenAsDeprecated(SettingDefinition setting) {
    return ignoreDeprecated && setting.isDeprecatedIn(version);
  }
}
