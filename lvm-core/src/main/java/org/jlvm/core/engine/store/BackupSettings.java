package org.jlvm.core.engine.store;

import java.nio.file.Path;

/**
 * Where and how long copies of metadata are kept (lvm.conf, section backup; --autobackup).
 *
 * @param backup whether the newest metadata is kept after each change
 * @param backupDirectory one file a group, by its name
 * @param archive whether the metadata before a change is kept
 * @param archiveDirectory many files a group
 * @param retainMinimum archives of a group that are always kept
 * @param retainDays archives younger than this are always kept
 */
public record BackupSettings(
    boolean backup,
    Path backupDirectory,
    boolean archive,
    Path archiveDirectory,
    int retainMinimum,
    int retainDays) {
  public BackupSettings withEnabled(boolean newBackup, boolean newArchive) {
    return new BackupSettings(
        newBackup, backupDirectory, newArchive, archiveDirectory, retainMinimum, retainDays);
  }
}
