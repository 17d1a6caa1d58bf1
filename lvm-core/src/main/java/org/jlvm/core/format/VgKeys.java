package org.jlvm.core.format;

import java.util.Set;

/** The keys that are known in each kind of section. */
final class VgKeys {
  static final Set<String> VG =
      Set.of(
          "id",
          "seqno",
          "format",
          "status",
          "flags",
          "tags",
          "system_id",
          "lock_type",
          "lock_args",
          "extent_size",
          "max_lv",
          "max_pv",
          "allocation_policy",
          "profile",
          "metadata_copies",
          "physical_volumes",
          "logical_volumes");

  static final Set<String> PV =
      Set.of(
          "id",
          "device",
          "device_id_type",
          "device_id",
          "status",
          "flags",
          "tags",
          "dev_size",
          "pe_start",
          "pe_count",
          "ba_start",
          "ba_size");

  static final Set<String> LV =
      Set.of(
          "id",
          "status",
          "flags",
          "tags",
          "creation_time",
          "creation_host",
          "lock_args",
          "allocation_policy",
          "profile",
          "read_ahead",
          "major",
          "minor",
          "segment_count");

  /** Of every segment, whatever its type. */
  static final Set<String> SEGMENT =
      Set.of("start_extent", "extent_count", "reshape_count", "type", "tags");

  private VgKeys() {}
}
