package org.jlvm.core.config.settings;

import org.jlvm.core.config.LvmConfig;

/** Section "backup" of the configuration, as {@code lvmconfig} documents it. */
public record BackupSettings(LvmConfig config) {
  /** Keep a copy of the metadata of each volume group. */
  public boolean backup() {
    return config.bool("backup/backup", true);
  }

  /** Directory of the backups. */
  public String backupDir() {
    return config.string("backup/backup_dir", config.systemDir() + "/backup");
  }

  /** Keep the metadata from before each change. */
  public boolean archive() {
    return config.bool("backup/archive", true);
  }

  /** Directory of the archives. */
  public String archiveDir() {
    return config.string("backup/archive_dir", config.systemDir() + "/archive");
  }

  /** Number of archives to keep of a volume group in any case. */
  public int retainMin() {
    return config.integer("backup/retain_min", 10);
  }

  /** Days to keep archives in any case. */
  public int retainDays() {
    return config.integer("backup/retain_days", 30);
  }
}
