package org.jlvm.core.config.settings;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.config.LvmConfig;

/** Section "activation" of the configuration, as {@code lvmconfig} documents it. */
public record ActivationSettings(LvmConfig config) {
  /** Check device-mapper operations for mistakes; slower. */
  public boolean checks() {
    return config.bool("activation/checks", false);
  }

  /** Wait for udev to finish with each device. */
  public boolean udevSync() {
    return config.bool("activation/udev_sync", true);
  }

  /** Leave device nodes and links to udev's rules. */
  public boolean udevRules() {
    return config.bool("activation/udev_rules", true);
  }

  /** Check afterwards what udev did, and repair it. */
  public boolean verifyUdevOperations() {
    return config.bool("activation/verify_udev_operations", false);
  }

  /** Try again for a while when a device is busy. */
  public boolean retryDeactivation() {
    return config.bool("activation/retry_deactivation", true);
  }

  /** What stands in for missing parts of a volume. */
  public String missingStripeFiller() {
    return config.string("activation/missing_stripe_filler", "error");
  }

  /** Use the linear target for volumes of one stripe. */
  public boolean useLinearTarget() {
    return config.bool("activation/use_linear_target", true);
  }

  /** KiB of stack to reserve while devices are suspended. */
  public int reservedStack() {
    return config.integer("activation/reserved_stack", 64);
  }

  /** KiB of memory to reserve while devices are suspended. */
  public int reservedMemory() {
    return config.integer("activation/reserved_memory", 8192);
  }

  /** Nice value while devices are suspended. */
  public int processPriority() {
    return config.integer("activation/process_priority", -18);
  }

  /** The only volumes that may be activated; all if not set. */
  public Optional<List<String>> volumeList() {
    return config.findStrings("activation/volume_list");
  }

  /** The only volumes that are activated automatically; as in volume_list. */
  public Optional<List<String>> autoActivationVolumeList() {
    return config.findStrings("activation/auto_activation_volume_list");
  }

  /** Volumes that are activated read-only; as in volume_list. */
  public Optional<List<String>> readOnlyVolumeList() {
    return config.findStrings("activation/read_only_volume_list");
  }

  /** Older name of {@link #raidRegionSize}. */
  public int mirrorRegionSize() {
    return config.integer("activation/mirror_region_size", 2048);
  }

  /** KiB of a region that RAID volumes and mirrors keep in step. */
  public int raidRegionSize() {
    return config.integer("activation/raid_region_size", 2048);
  }

  /** Let writes to a full thin pool fail at once instead of waiting. */
  public boolean errorWhenFull() {
    return config.bool("activation/error_when_full", false);
  }

  /** Read-ahead of volumes without their own: auto or none. */
  public String readahead() {
    return config.string("activation/readahead", "auto");
  }

  /** What to do when a device of a RAID volume fails: warn or allocate another. */
  public String raidFaultPolicy() {
    return config.string("activation/raid_fault_policy", "warn");
  }

  /** What to do when a device of a mirror fails. */
  public String mirrorImageFaultPolicy() {
    return config.string(
        "activation/mirror_image_fault_policy",
        config.string("activation/mirror_device_fault_policy", "remove"));
  }

  /** What to do when the device of a mirror log fails; as for images. */
  public String mirrorLogFaultPolicy() {
    return config.string("activation/mirror_log_fault_policy", "allocate");
  }

  /** Percentage of use at which a snapshot is extended; 50 to 100, 100 for never. */
  public int snapshotAutoextendThreshold() {
    return config.integer("activation/snapshot_autoextend_threshold", 100);
  }

  /** Percentage of its size by which a snapshot is extended. */
  public int snapshotAutoextendPercent() {
    return config.integer("activation/snapshot_autoextend_percent", 20);
  }

  /** Percentage of use at which a thin pool is extended; 50 to 100, 100 for never. */
  public int thinPoolAutoextendThreshold() {
    return config.integer("activation/thin_pool_autoextend_threshold", 100);
  }

  /** Percentage of its size by which a thin pool is extended. */
  public int thinPoolAutoextendPercent() {
    return config.integer("activation/thin_pool_autoextend_percent", 20);
  }

  /** Percentage of use at which a VDO pool is extended; 50 to 100, 100 for never. */
  public int vdoPoolAutoextendThreshold() {
    return config.integer("activation/vdo_pool_autoextend_threshold", 100);
  }

  /** Percentage of its size by which a VDO pool is extended. */
  public int vdoPoolAutoextendPercent() {
    return config.integer("activation/vdo_pool_autoextend_percent", 20);
  }

  /** Patterns for mappings of the process not to lock in memory. */
  public Optional<List<String>> mlockFilter() {
    return config.findStrings("activation/mlock_filter");
  }

  /** Lock the whole process in memory instead of parts. */
  public boolean useMlockall() {
    return config.bool("activation/use_mlockall", false);
  }

  /** Let the event daemon watch activated volumes. */
  public boolean monitoring() {
    return config.bool("activation/monitoring", true);
  }

  /** Seconds between looks at a running pvmove or lvconvert; 0 for no waiting. */
  public int pollingInterval() {
    return config.integer("activation/polling_interval", 15);
  }

  /** Mark new thin snapshots to be skipped at activation. */
  public boolean autoSetActivationSkip() {
    return config.bool("activation/auto_set_activation_skip", true);
  }

  /** Which volumes with missing devices may be activated. */
  public String activationMode() {
    return config.string("activation/activation_mode", "degraded");
  }

  /** The only volume groups that locking is started for; as in volume_list. */
  public Optional<List<String>> lockStartList() {
    return config.findStrings("activation/lock_start_list");
  }

  /** The only volume groups that locking is started for automatically. */
  public Optional<List<String>> autoLockStartList() {
    return config.findStrings("activation/auto_lock_start_list");
  }
}
