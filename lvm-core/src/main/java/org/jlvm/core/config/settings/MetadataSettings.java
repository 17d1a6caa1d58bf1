package org.jlvm.core.config.settings;

import java.util.OptionalInt;
import org.jlvm.core.config.LvmConfig;

/** Section "metadata" of the configuration, as {@code lvmconfig} documents it. */
public record MetadataSettings(LvmConfig config) {
  /** Warn of devices that are smaller than their metadata says. */
  public boolean checkPvDeviceSizes() {
    return config.bool("metadata/check_pv_device_sizes", true);
  }

  /** Remember removed volumes and what became of their descendants. */
  public boolean recordLvsHistory() {
    return config.bool("metadata/record_lvs_history", false);
  }

  /** Seconds to remember removed volumes; 0 for ever. */
  public int lvsHistoryRetentionTime() {
    return config.integer("metadata/lvs_history_retention_time", 0);
  }

  /** Metadata areas on a new physical volume: 0, 1 or 2. */
  public int pvmetadatacopies() {
    return config.integer("metadata/pvmetadatacopies", 1);
  }

  /** Metadata areas in use in a new volume group; 0 for all. */
  public int vgmetadatacopies() {
    return config.integer("metadata/vgmetadatacopies", 0);
  }

  /** Size of a metadata area in sectors. */
  public OptionalInt pvmetadatasize() {
    return config.findInteger("metadata/pvmetadatasize");
  }

  /** Leave the metadata areas of new physical volumes unused. */
  public boolean pvmetadataignore() {
    return config.bool("metadata/pvmetadataignore", false);
  }

  /** Stripe size of new volumes in KiB. */
  public int stripesize() {
    return config.integer("metadata/stripesize", 64);
  }
}
