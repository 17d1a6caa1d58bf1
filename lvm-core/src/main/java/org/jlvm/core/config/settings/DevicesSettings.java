package org.jlvm.core.config.settings;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.config.LvmConfig;
import org.jlvm.core.config.text.ConfigValue;

/** Section "devices" of the configuration, as {@code lvmconfig} documents it. */
public record DevicesSettings(LvmConfig config) {
  /** Directory of the device nodes of volume groups. */
  public String dir() {
    return config.string("devices/dir", "/dev");
  }

  /** Where to look for device ids instead of /sys; for tests. */
  public String deviceIdSysfsDir() {
    return config.string("devices/device_id_sysfs_dir", "/sys/");
  }

  /** Directories that are searched for block devices. */
  public List<String> scan() {
    return config.findStrings("devices/scan").orElse(List.of("/dev"));
  }

  /** Take the list of devices from udev instead of searching directories. */
  public boolean obtainDeviceListFromUdev() {
    return config.bool("devices/obtain_device_list_from_udev", false);
  }

  /** Who else is asked what a device is: none or udev. */
  public String externalDeviceInfoSource() {
    return config.string("devices/external_device_info_source", "none");
  }

  /** Remember which devices are physical volumes: all or none. */
  public String hints() {
    return config.string("devices/hints", "all");
  }

  /** Patterns for the name to show of a device that has several. */
  public Optional<List<String>> preferredNames() {
    return config.findStrings("devices/preferred_names");
  }

  /** Use only the devices that are listed in the devices file. */
  public boolean useDevicesfile() {
    return config.bool("devices/use_devicesfile", false);
  }

  /** Name of the system's devices file, in the devices directory. */
  public String devicesfile() {
    return config.string("devices/devicesfile", "system.devices");
  }

  /** Number of old versions of the devices file to keep; 0 for none. */
  public int devicesfileBackupLimit() {
    return config.integer("devices/devicesfile_backup_limit", 50);
  }

  /** Where to look for a device that is listed by a name that has changed. */
  public String searchForDevnames() {
    return config.string("devices/search_for_devnames", "all");
  }

  /** Look for listed physical volumes on new devices after a move. */
  public int deviceIdsRefresh() {
    return config.integer("devices/device_ids_refresh", 10);
  }

  /** What triggers the refresh: a changed product_uuid, a changed hostname. */
  public List<String> deviceIdsRefreshChecks() {
    return config
        .findStrings("devices/device_ids_refresh_checks")
        .orElse(List.of("product_uuid", "hostname"));
  }

  /** Patterns that accept or reject devices by name. */
  public List<String> filter() {
    return config.findStrings("devices/filter").orElse(List.of("a|.*|"));
  }

  /** Patterns as in filter that hold for all of the system's components. */
  public List<String> globalFilter() {
    return config.findStrings("devices/global_filter").orElse(List.of("a|.*|"));
  }

  /** Further kinds of devices to accept. */
  public Optional<List<ConfigValue>> types() {
    return config.findArray("devices/types");
  }

  /** Skip devices that sysfs does not know. */
  public boolean sysfsScan() {
    return config.bool("devices/sysfs_scan", true);
  }

  /** Look for physical volumes on active logical volumes too. */
  public boolean scanLvs() {
    return config.bool("devices/scan_lvs", false);
  }

  /** Skip devices that are paths of a multipath device. */
  public boolean multipathComponentDetection() {
    return config.bool("devices/multipath_component_detection", true);
  }

  /** File with the ids of multipath devices; empty to read none. */
  public String multipathWwidsFile() {
    return config
        .findStringAllowingEmpty("devices/multipath_wwids_file")
        .orElse("/etc/multipath/wwids");
  }

  /** Skip devices that are part of a software RAID (md). */
  public boolean mdComponentDetection() {
    return config.bool("devices/md_component_detection", true);
  }

  /** How to recognise parts of a software RAID. */
  public String mdComponentChecks() {
    return config.string("devices/md_component_checks", "auto");
  }

  /** Skip devices that are part of a firmware RAID. */
  public boolean fwRaidComponentDetection() {
    return config.bool("devices/fw_raid_component_detection", false);
  }

  /** Align data on an md device with its stripes. */
  public boolean mdChunkAlignment() {
    return config.bool("devices/md_chunk_alignment", true);
  }

  /** Alignment of data on a physical volume in MiB; 0 for none. */
  public int defaultDataAlignment() {
    return config.integer("devices/default_data_alignment", 1);
  }

  /** Align data with the I/O sizes that sysfs tells. */
  public boolean dataAlignmentDetection() {
    return config.bool("devices/data_alignment_detection", true);
  }

  /** Alignment of data on a physical volume in KiB; 0 for the default. */
  public int dataAlignment() {
    return config.integer("devices/data_alignment", 0);
  }

  /** Shift the start of data by the offset that sysfs tells. */
  public boolean dataAlignmentOffsetDetection() {
    return config.bool("devices/data_alignment_offset_detection", true);
  }

  /** Skip suspended device-mapper devices instead of waiting for them. */
  public boolean ignoreSuspendedDevices() {
    return config.bool("devices/ignore_suspended_devices", false);
  }

  /** Do not look for physical volumes on volumes of type mirror. */
  public boolean ignoreLvmMirrors() {
    return config.bool("devices/ignore_lvm_mirrors", true);
  }

  /** Let pvcreate --uuid insist on --restorefile or --norestorefile. */
  public boolean requireRestorefileWithUuid() {
    return config.bool("devices/require_restorefile_with_uuid", true);
  }

  /** Smallest device in KiB that may become a physical volume; 512 or more. */
  public int pvMinSize() {
    return Math.max(512, config.integer("devices/pv_min_size", 2048));
  }

  /** Tell the device when a logical volume gives its space back. */
  public boolean issueDiscards() {
    return config.bool("devices/issue_discards", false);
  }

  /** Allow changes while a physical volume is seen on several devices. */
  public boolean allowChangesWithDuplicatePvs() {
    return config.bool("devices/allow_changes_with_duplicate_pvs", false);
  }

  /** Allow devices with different block sizes in one volume group. */
  public boolean allowMixedBlockSizes() {
    return config.bool("devices/allow_mixed_block_sizes", false);
  }
}
