package org.jlvm.core.config;

import java.util.Optional;
import org.jlvm.core.config.table.SettingDefaults;
import org.jlvm.core.config.table.SettingDefinition;
import org.jlvm.core.config.text.ConfigValue;

/**
 * Defaults that depend on the system directory, on other settings or on the kernel.
 *
 * @param kernelRelease as uname -r prints it
 */
public record ComputedDefaults(LvmConfig config, String kernelRelease) implements SettingDefaults {
  private static final int GENERIC_CHUNK_SECTORS = 128;
  private static final int PERFORMANCE_CHUNK_SECTORS = 1024;
  private static final int METADATA_AREA_SECTORS = 2040;

  @Override
  public Optional<ConfigValue> defaultOf(SettingDefinition setting) {
    if (!setting.computedDefault()) {
      return setting.fixedDefault();
    }
    String systemDir = config.systemDir();
    return Optional.of(
        switch (setting.path()) {
          case "config/profile_dir" -> ConfigValue.string(systemDir + "/profile");
          case "devices/cache_dir" -> ConfigValue.string(systemDir + "/cache");
          case "devices/cache" -> ConfigValue.string(cacheFile());
          case "backup/backup_dir" -> ConfigValue.string(systemDir + "/backup");
          case "backup/archive_dir" -> ConfigValue.string(systemDir + "/archive");
          case "activation/mirror_image_fault_policy" ->
              ConfigValue.string(config.string("activation/mirror_device_fault_policy", "remove"));
          case "allocation/thin_pool_chunk_size" -> ConfigValue.integer(thinPoolChunk());
          case "allocation/cache_pool_chunk_size" -> ConfigValue.integer(GENERIC_CHUNK_SECTORS);
          case "allocation/vdo_use_metadata_hints" ->
              ConfigValue.integer(kernelIsNewerThan(6, 8) ? 0 : 1);
          case "metadata/pvmetadatasize" -> ConfigValue.integer(METADATA_AREA_SECTORS);
          default -> throw new IllegalArgumentException(setting.path());
        });
  }

  private String cacheFile() {
    String directory = config.string("devices/cache_dir", config.systemDir() + "/cache");
    String prefix = config.findStringAllowingEmpty("devices/cache_file_prefix").orElse("");
    return directory + "/" + prefix + ".cache";
  }

  private int thinPoolChunk() {
    return config
            .string("allocation/thin_pool_chunk_size_policy", "generic")
            .equalsIgnoreCase("performance")
        ? PERFORMANCE_CHUNK_SECTORS
        : GENERIC_CHUNK_SECTORS;
  }

  private boolean kernelIsNewerThan(int major, int minor) {
    int dot = kernelRelease.indexOf('.');
    if (dot <= 0) {
      return false;
    }
    int end = dot + 1;
    while (end < kernelRelease.length() && Character.isDigit(kernelRelease.charAt(end))) {
      end++;
    }
    try {
      int ourMajor = Integer.parseInt(kernelRelease.substring(0, dot));
      int ourMinor = Integer.parseInt(kernelRelease.substring(dot + 1, end));
      return ourMajor > major || (ourMajor == major && ourMinor > minor);
    } catch (NumberFormatException e) {
      // Not a kernel of the usual numbering: taken for an old one, as lvm2 does.
      return false;
    }
  }
}
