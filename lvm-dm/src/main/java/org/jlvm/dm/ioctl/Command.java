package org.jlvm.dm.ioctl;

import org.jlvm.dm.DmVersion;

/**
 * The driver's commands: their number, libdevmapper's word for them, and the version of the
 * protocol from which on the driver has them.
 */
enum Command {
  VERSION(0, "version", 0),
  LIST_DEVICES(2, "names", 0),
  CREATE(3, "create", 0),
  REMOVE(4, "remove", 0),
  RENAME(5, "rename", 0),
  SUSPEND(6, "suspend", 0),
  /** The same number as suspend: a flag makes the difference. */
  RESUME(6, "resume", 0),
  INFO(7, "info", 0),
  WAIT(8, "waitevent", 0),
  LOAD(9, "reload", 0),
  CLEAR(10, "clear", 0),
  DEPENDENCIES(11, "deps", 0),
  STATUS(12, "status", 0),
  /** The same number as status: a flag makes the difference. */
  TABLE(12, "table", 0),
  LIST_VERSIONS(13, "versions", 1),
  MESSAGE(14, "message", 2),
  ARM_POLL(16, "armpoll", 36),
  TARGET_VERSION(17, "target-version", 41);

  private static final int MAJOR = 4;

  /** DM_IOCTL of linux/dm-ioctl.h: the ioctl type of the whole driver. */
  private static final int TYPE = 0xfd;

  private static final int READ_WRITE = 3;

  private final int number;
  private final String word;
  private final int minimumMinor;

  Command(int number, String word, int minimumMinor) {
    this.number = number;
    this.word = word;
    this.minimumMinor = minimumMinor;
  }

  /** The request number of ioctl(2): _IOWR(DM_IOCTL, number, struct dm_ioctl). */
  long request() {
    return (long) READ_WRITE << 30 | Layout.HEADER_SIZE << 16 | TYPE << 8 | number;
  }

  String word() {
    return word;
  }

  /** The version to ask for: the driver refuses what is newer than itself. */
  DmVersion minimumVersion() {
    return new DmVersion(MAJOR, minimumMinor, 0);
  }

  /** Whether the answer can be longer than the buffer, so that asking again helps. */
  boolean answerMayGrow() {
    return switch (this) {
      case LIST_DEVICES, LIST_VERSIONS, DEPENDENCIES, STATUS, TABLE, WAIT, MESSAGE -> true;
      default -> false;
    };
  }

  /** Whether udev hears of it. */
  boolean makesUevent() {
    return this == RESUME || this == REMOVE || this == RENAME;
  }
}
