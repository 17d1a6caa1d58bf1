package org.jlvm.cli.table;

import java.util.Locale;

/** What is true of a command as a whole. */
public enum Trait {
  /** Runs under {@code global/metadata_read_only}. */
  PERMITTED_READ_ONLY,
  /** Without names, all volume groups are meant. */
  ALL_VGS_IS_DEFAULT,
  /** Also sees devices that are no physical volumes. */
  ENABLE_ALL_DEVS,
  /** Reads a shared volume group under a shared lock. */
  LOCKD_VG_SH,
  /** Reads neither devices nor metadata. */
  NO_METADATA_PROCESSING,
  MUST_USE_ALL_ARGS,
  ENABLE_DUPLICATE_DEVS,
  DISALLOW_TAG_ARGS,
  /** The volume group may come from an option's value. */
  GET_VGNAME_FROM_OPTIONS,
  CAN_USE_ONE_SCAN,
  ALLOW_HINTS,
  ALLOW_EXPORTED,
  CHECK_DEVS_USED,
  /** {@code --extents} stands for {@code --size}. */
  ALTERNATIVE_EXTENTS,
  ALLOW_UUID_AS_NAME,
  DEVICE_ID_NOT_FOUND;

  static Trait of(String token) {
    return valueOf(token.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
