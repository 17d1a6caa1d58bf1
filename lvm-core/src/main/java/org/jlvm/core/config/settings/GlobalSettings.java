package org.jlvm.core.config.settings;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.config.LvmConfig;

/** Section "global" of the configuration, as {@code lvmconfig} documents it. */
public record GlobalSettings(LvmConfig config) {
  /** Permissions that files and directories are created without. */
  public int umask() {
    return config.integer("global/umask", 077);
  }

  /** Pretend only; nothing is written. */
  public boolean test() {
    return config.bool("global/test", false);
  }

  /** Unit for sizes unless --units is given. */
  public String units() {
    return config.string("global/units", "r");
  }

  /** Let small unit letters mean powers of 1024 and capitals powers of 1000. */
  public boolean siUnitConsistency() {
    return config.bool("global/si_unit_consistency", true);
  }

  /** Show the unit after each size. */
  public boolean suffix() {
    return config.bool("global/suffix", true);
  }

  /** Talk to the kernel's device-mapper; without it nothing is activated. */
  public boolean activation() {
    return config.bool("global/activation", true);
  }

  /** Where the proc file system is. */
  public String proc() {
    return config.string("global/proc", "/proc");
  }

  /** Where the system's configuration is. */
  public String etc() {
    return config.string("global/etc", "/etc");
  }

  /** Wait for a lock that another command holds, instead of giving up. */
  public boolean waitForLocks() {
    return config.bool("global/wait_for_locks", true);
  }

  /** Directory of the lock files. */
  public String lockingDir() {
    return config.string("global/locking_dir", "/run/lock/lvm");
  }

  /** Let those who wait to write go before those who come to read. */
  public boolean prioritiseWriteLocks() {
    return config.bool("global/prioritise_write_locks", true);
  }

  /** Directory in which shared libraries are looked for first. */
  public Optional<String> libraryDir() {
    return config.findString("global/library_dir");
  }

  /** Abort at the first internal error. */
  public boolean abortOnInternalErrors() {
    return config.bool("global/abort_on_internal_errors", false);
  }

  /** Refuse all changes of metadata. */
  public boolean metadataReadOnly() {
    return config.bool("global/metadata_read_only", false);
  }

  /** Segment type for lvcreate -m: raid1 or mirror. */
  public String mirrorSegtypeDefault() {
    return config.string("global/mirror_segtype_default", "raid1");
  }

  /** Allow the log of a mirror to be a mirror; for tests. */
  public boolean supportMirroredMirrorLog() {
    return config.bool("global/support_mirrored_mirror_log", false);
  }

  /** Segment type for lvcreate -i -m: raid10 or mirror. */
  public String raid10SegtypeDefault() {
    return config.string("global/raid10_segtype_default", "raid10");
  }

  /** Segment type for lvcreate -V -L: thin or snapshot. */
  public String sparseSegtypeDefault() {
    return config.string("global/sparse_segtype_default", "thin");
  }

  /** Let lvdisplay show whole paths as names, as it used to. */
  public boolean lvdisplayShowsFullDevicePath() {
    return config.bool("global/lvdisplay_shows_full_device_path", false);
  }

  /** Let the system activate volume groups when their devices appear. */
  public boolean eventActivation() {
    return config.bool("global/event_activation", true);
  }

  /** Use asynchronous I/O on devices. */
  public boolean useAio() {
    return config.bool("global/use_aio", true);
  }

  /** Use lvmlockd to share volume groups among hosts. */
  public boolean useLvmlockd() {
    return config.bool("global/use_lvmlockd", false);
  }

  /** How often a lock of lvmlockd is tried again. */
  public int lvmlockdLockRetries() {
    return config.integer("global/lvmlockd_lock_retries", 3);
  }

  /** MiB by which the volume with sanlock's leases grows; 0 for never. */
  public int sanlockLvExtend() {
    return config.integer("global/sanlock_lv_extend", 256);
  }

  /** MiB of a sanlock lease on disks with 4 KiB sectors: 1, 2, 4 or 8. */
  public int sanlockAlignSize() {
    return config.integer("global/sanlock_align_size", 8);
  }

  /** Command that lvmlockctl --kill runs with the name of the volume group. */
  public String lvmlockctlKillCommand() {
    return config.findStringAllowingEmpty("global/lvmlockctl_kill_command").orElse("");
  }

  /** Path of thin_check, run on pool metadata before activation; empty to skip. */
  public String thinCheckExecutable() {
    return config
        .findStringAllowingEmpty("global/thin_check_executable")
        .orElse("/usr/sbin/thin_check");
  }

  /** Path of thin_dump. */
  public String thinDumpExecutable() {
    return config
        .findStringAllowingEmpty("global/thin_dump_executable")
        .orElse("/usr/sbin/thin_dump");
  }

  /** Path of thin_repair. */
  public String thinRepairExecutable() {
    return config
        .findStringAllowingEmpty("global/thin_repair_executable")
        .orElse("/usr/sbin/thin_repair");
  }

  /** Path of thin_restore. */
  public String thinRestoreExecutable() {
    return config
        .findStringAllowingEmpty("global/thin_restore_executable")
        .orElse("/usr/sbin/thin_restore");
  }

  /** Options for thin_check. */
  public List<String> thinCheckOptions() {
    return config
        .findStrings("global/thin_check_options")
        .orElse(List.of("-q", "--clear-needs-check-flag"));
  }

  /** Options for thin_repair. */
  public List<String> thinRepairOptions() {
    return config.findStrings("global/thin_repair_options").orElse(List.of(""));
  }

  /** Options for thin_restore. */
  public List<String> thinRestoreOptions() {
    return config.findStrings("global/thin_restore_options").orElse(List.of(""));
  }

  /** Features of the kernel's thin driver not to use. */
  public Optional<List<String>> thinDisabledFeatures() {
    return config.findStrings("global/thin_disabled_features");
  }

  /** Features of the kernel's cache driver not to use. */
  public Optional<List<String>> cacheDisabledFeatures() {
    return config.findStrings("global/cache_disabled_features");
  }

  /** Path of cache_check, run on cache metadata before activation; empty to skip. */
  public String cacheCheckExecutable() {
    return config
        .findStringAllowingEmpty("global/cache_check_executable")
        .orElse("/usr/sbin/cache_check");
  }

  /** Path of cache_dump. */
  public String cacheDumpExecutable() {
    return config
        .findStringAllowingEmpty("global/cache_dump_executable")
        .orElse("/usr/sbin/cache_dump");
  }

  /** Path of cache_repair. */
  public String cacheRepairExecutable() {
    return config
        .findStringAllowingEmpty("global/cache_repair_executable")
        .orElse("/usr/sbin/cache_repair");
  }

  /** Path of cache_restore. */
  public String cacheRestoreExecutable() {
    return config
        .findStringAllowingEmpty("global/cache_restore_executable")
        .orElse("/usr/sbin/cache_restore");
  }

  /** Options for cache_check. */
  public List<String> cacheCheckOptions() {
    return config
        .findStrings("global/cache_check_options")
        .orElse(List.of("-q", "--clear-needs-check-flag"));
  }

  /** Options for cache_repair. */
  public List<String> cacheRepairOptions() {
    return config.findStrings("global/cache_repair_options").orElse(List.of(""));
  }

  /** Options for cache_restore. */
  public List<String> cacheRestoreOptions() {
    return config.findStrings("global/cache_restore_options").orElse(List.of(""));
  }

  /** Path of vdoformat. */
  public String vdoFormatExecutable() {
    return config
        .findStringAllowingEmpty("global/vdo_format_executable")
        .orElse("/usr/bin/vdoformat");
  }

  /** Further options for vdoformat. */
  public List<String> vdoFormatOptions() {
    return config.findStrings("global/vdo_format_options").orElse(List.of(""));
  }

  /** Features of the kernel's VDO driver not to use. */
  public Optional<List<String>> vdoDisabledFeatures() {
    return config.findStrings("global/vdo_disabled_features");
  }

  /** Path of fsadm. */
  public String fsadmExecutable() {
    return config.string("global/fsadm_executable", "/sbin/fsadm");
  }

  /** Path of lvresize_fs_helper. */
  public String lvresizeFsHelperExecutable() {
    return config.string("global/lvresize_fs_helper_executable", "/usr/libexec/lvresize_fs_helper");
  }

  /** Where the system ID of this host comes from. */
  public String systemIdSource() {
    return config.string("global/system_id_source", "none");
  }

  /** File with the system ID. */
  public Optional<String> systemIdFile() {
    return config.findString("global/system_id_file");
  }

  /** Let lvmpolld watch over long operations. */
  public boolean useLvmpolld() {
    return config.bool("global/use_lvmpolld", false);
  }

  /** Tell the D-Bus service of each change. */
  public boolean notifyDbus() {
    return config.bool("global/notify_dbus", true);
  }

  /** KiB for the I/O buffers of a command. */
  public int ioMemorySize() {
    return config.integer("global/io_memory_size", 8192);
  }
}
