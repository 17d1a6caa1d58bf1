package org.jlvm.core.config.settings;

import org.jlvm.core.config.LvmConfig;

/** Section "dmeventd" of the configuration, as {@code lvmconfig} documents it. */
public record DmeventdSettings(LvmConfig config) {
  /** Plugin of the event daemon for mirrors. */
  public String mirrorLibrary() {
    return config.string("dmeventd/mirror_library", "libdevmapper-event-lvm2mirror.so");
  }

  /** Plugin of the event daemon for RAID volumes. */
  public String raidLibrary() {
    return config.string("dmeventd/raid_library", "libdevmapper-event-lvm2raid.so");
  }

  /** Plugin of the event daemon for snapshots. */
  public String snapshotLibrary() {
    return config.string("dmeventd/snapshot_library", "libdevmapper-event-lvm2snapshot.so");
  }

  /** Plugin of the event daemon for thin pools. */
  public String thinLibrary() {
    return config.string("dmeventd/thin_library", "libdevmapper-event-lvm2thin.so");
  }

  /** What the daemon runs as a thin pool fills, from half full on. */
  public String thinCommand() {
    return config.string("dmeventd/thin_command", "lvm lvextend --use-policies");
  }

  /** Plugin of the event daemon for VDO pools. */
  public String vdoLibrary() {
    return config.string("dmeventd/vdo_library", "libdevmapper-event-lvm2vdo.so");
  }

  /** What the daemon runs as a VDO pool fills, from half full on. */
  public String vdoCommand() {
    return config.string("dmeventd/vdo_command", "lvm lvextend --use-policies");
  }

  /** Path of the event daemon. */
  public String executable() {
    return config.string("dmeventd/executable", "/sbin/dmeventd");
  }
}
