package org.jlvm.dm.ioctl;

/** Offsets and flags of the structures in linux/dm-ioctl.h; a test compares them with it. */
final class Layout {
  /** struct dm_ioctl. */
  static final int HEADER_SIZE = 312;

  static final int VERSION = 0;
  static final int DATA_SIZE = 12;
  static final int DATA_START = 16;
  static final int TARGET_COUNT = 20;
  static final int OPEN_COUNT = 24;
  static final int FLAGS = 28;
  static final int EVENT_NR = 32;
  static final int DEV = 40;
  static final int NAME = 48;
  static final int UUID = 176;
  static final int NAME_SIZE = 128;
  static final int UUID_SIZE = 129;

  /** struct dm_target_spec, before the text of the parameters. */
  static final int SPEC_SIZE = 40;

  static final int SPEC_START = 0;
  static final int SPEC_LENGTH = 8;
  static final int SPEC_NEXT = 20;
  static final int SPEC_TYPE = 24;
  static final int SPEC_TYPE_SIZE = 16;

  /** struct dm_target_deps. */
  static final int DEPS_COUNT = 0;

  static final int DEPS_DEVICES = 8;

  /** struct dm_name_list. */
  static final int NAMES_DEV = 0;

  static final int NAMES_NEXT = 8;
  static final int NAMES_NAME = 12;

  /** After the name, aligned to 8: event number, flags, uuid. */
  static final int NAMES_TAIL_FLAGS = 4;

  static final int NAMES_TAIL_UUID = 8;
  static final int NAMES_HAS_UUID = 1;
  static final int NAMES_HAS_NO_UUID = 2;

  /** struct dm_target_versions. */
  static final int VERSIONS_NEXT = 0;

  static final int VERSIONS_VERSION = 4;
  static final int VERSIONS_NAME = 16;

  /** struct dm_target_msg. */
  static final int MESSAGE_SECTOR = 0;

  static final int MESSAGE_TEXT = 8;

  static final int ALIGNMENT = 8;

  static final int READONLY_FLAG = 1;
  static final int SUSPEND_FLAG = 1 << 1;
  static final int PERSISTENT_DEV_FLAG = 1 << 3;
  static final int STATUS_TABLE_FLAG = 1 << 4;
  static final int ACTIVE_PRESENT_FLAG = 1 << 5;
  static final int INACTIVE_PRESENT_FLAG = 1 << 6;
  static final int BUFFER_FULL_FLAG = 1 << 8;
  static final int SKIP_LOCKFS_FLAG = 1 << 10;
  static final int NOFLUSH_FLAG = 1 << 11;
  static final int QUERY_INACTIVE_TABLE_FLAG = 1 << 12;
  static final int UEVENT_GENERATED_FLAG = 1 << 13;
  static final int UUID_FLAG = 1 << 14;
  static final int SECURE_DATA_FLAG = 1 << 15;
  static final int DATA_OUT_FLAG = 1 << 16;
  static final int DEFERRED_REMOVE_FLAG = 1 << 17;
  static final int INTERNAL_SUSPEND_FLAG = 1 << 18;

  private Layout() {}
}
