package org.jlvm.system;

import java.util.ArrayList;
import java.util.List;

/** Makes up report and display commands from nearly all fields, options and kinds of selections. */
final class FreeReports extends RandomChoice {

  /** Without fields that are not the same on two machines: numbers of devices, free metadata. */
  private static final List<String> LV_FIELDS =
      words(
          "lv_name lv_full_name lv_path lv_dm_path lv_parent lv_layout lv_role"
              + " lv_initial_image_sync",
          "lv_image_synced lv_merging lv_converting lv_allocation_policy lv_allocation_locked",
          "lv_fixed_minor lv_skip_activation lv_autoactivation lv_when_full lv_active",
          "lv_active_locally lv_active_remotely lv_active_exclusively lv_major lv_minor"
              + " lv_read_ahead",
          "lv_size lv_metadata_size seg_count origin origin_uuid origin_size lv_ancestors",
          "lv_full_ancestors lv_descendants lv_full_descendants raid_mismatch_count"
              + " raid_sync_action",
          "raid_write_behind raid_min_recovery_rate move_pv move_pv_uuid convert_lv"
              + " convert_lv_uuid",
          "mirror_log mirror_log_uuid data_lv data_lv_uuid metadata_lv pool_lv pool_lv_uuid"
              + " lv_tags",
          "lv_profile lv_lockargs lv_time lv_time_removed lv_host lv_modules lv_historical"
              + " writecache_total_blocks",
          "kernel_discards copy_percent sync_percent data_percent snap_percent metadata_percent",
          "lv_attr lv_permissions lv_suspended lv_live_table lv_inactive_table lv_device_open",
          "lv_kernel_read_ahead lv_check_needed lv_merge_failed lv_snapshot_invalid lv_uuid",
          "lv_kernel_major lv_kernel_minor lv_health_status cache_total_blocks lv_raidmismatches");

  private static final List<String> VG_FIELDS =
      words(
          "vg_fmt vg_uuid vg_name vg_attr vg_permissions vg_extendable vg_exported"
              + " vg_autoactivation",
          "vg_partial vg_allocation_policy vg_clustered vg_shared vg_size vg_free vg_sysid",
          "vg_systemid vg_lock_type vg_lock_args vg_extent_size vg_extent_count vg_free_count"
              + " max_lv",
          "max_pv pv_count vg_missing_pv_count lv_count snap_count vg_seqno vg_tags vg_profile",
          "vg_mda_count vg_mda_used_count vg_mda_size vg_mda_copies");

  private static final List<String> PV_FIELDS =
      words(
          "pv_fmt pv_uuid dev_size pv_name pv_mda_size pv_ext_vsn pe_start pv_size pv_free pv_used",
          "pv_attr pv_allocatable pv_exported pv_missing pv_pe_count pv_pe_alloc_count pv_tags",
          "pv_mda_count pv_mda_used_count pv_ba_start pv_ba_size pv_in_use pv_duplicate"
              + " pv_device_id",
          "pv_device_id_type");

  private static final List<String> SEGMENT_FIELDS =
      words(
          "segtype stripes data_stripes data_copies data_offset new_data_offset parity_chunks",
          "reshape_len reshape_len_le stripe_size region_size chunk_size thin_count discards"
              + " cache_mode",
          "cache_metadata_format zero transaction_id thin_id seg_start seg_start_pe seg_size"
              + " seg_size_pe",
          "seg_tags seg_pe_ranges seg_le_ranges seg_metadata_le_ranges devices metadata_devices",
          "seg_monitor cache_policy cache_settings integrity_mode vdo_compression"
              + " vdo_deduplication",
          "vdo_block_map_cache_size vdo_write_policy");

  private static final List<String> PV_SEGMENT_FIELDS =
      words("pvseg_start pvseg_size lv_name seg_start_pe segtype");

  private static final List<String> GROUPS =
      List.of("lv_all", "vg_all", "pv_all", "seg_all", "pvseg_all", "all", "help", "nosuchfield");

  private static final List<String> OPTIONS =
      List.of(
          "--noheadings",
          "--nosuffix",
          "--headings 0",
          "--headings 2",
          "--headings abbrev",
          "--headings none",
          "--separator :",
          "--separator '; '",
          "--aligned",
          "--nameprefixes",
          "--nameprefixes --unquoted",
          "--unquoted",
          "--rows",
          "--binary",
          "--unbuffered",
          "--reportformat basic",
          "--reportformat json",
          "--reportformat json_std",
          "--reportformat xml",
          "-a",
          "-P",
          "--foreign",
          "--shared",
          "--readonly",
          "--ignorelockingfailure",
          "--ignoreskippedcluster",
          "--nolocking",
          "--logonly",
          "--configreport log",
          "--configreport vg -o vg_name",
          "--trustcache",
          "--history",
          "-v",
          "-q",
          "-t");

  private static final List<String> UNITS =
      List.of(
          "h", "H", "r", "R", "b", "B", "s", "S", "k", "K", "m", "M", "g", "G", "t", "T", "p", "P",
          "e", "E", "4m", "1.5k", "512s", "0", "x", "mm", "3b", "100K", "hs", "-1m", "");

  private static final List<String> SETTINGS =
      List.of(
          "compact_output=1",
          "compact_output_cols=\"lv_tags,devices,pv_tags\"",
          "aligned=0",
          "buffered=0",
          "headings=0",
          "headings=2",
          "separator=\"|\"",
          "prefixes=1",
          "quoted=0",
          "columns_as_rows=1",
          "binary_values_as_numeric=1",
          "list_item_separator=\"+\"",
          "time_format=\"%Y-%m-%d %H:%M:%S +0000\"",
          "mark_hidden_devices=0",
          "two_word_unknown_device=1",
          "output_format=\"json\"",
          "output_format=\"json_std\"",
          "lvs_cols=\"lv_size,lv_name\"",
          "lvs_cols_verbose=\"lv_name,lv_tags\"",
          "lvs_sort=\"-lv_size\"",
          "vgs_cols=\"vg_name,vg_tags\"",
          "pvs_cols=\"pv_name,pv_used\"",
          "pvs_sort=\"vg_name,-pv_free\"",
          "pvsegs_cols=\"pvseg_start,pv_name\"",
          "segs_cols=\"seg_size,lv_name\"",
          "vgs_sort_full=\"-vg_name\"",
          "lvs_cols_full=\"lv_name\"");

  /** The usual order is by ids, which are not the same on two machines. */
  private static final String BY_NAME =
      " --config 'report { vgs_sort_full=\"vg_name\" pvs_sort_full=\"pv_name\""
          + " lvs_sort_full=\"vg_name,lv_name\" pvsegs_sort_full=\"pv_name,pvseg_start\""
          + " segs_sort_full=\"lv_name,seg_start\" }'";

  FreeReports(long seed, int diskCount) {
    super(seed, diskCount);
  }

  /** With operands of that kind. */
  String next(String vg, String lv, String disk) {
    String verb = pick("lvs", "lvs", "vgs", "pvs", "pvs", "lvdisplay", "vgdisplay", "pvdisplay");
    if (random.nextInt(10) == 0) {
      return fullReport(vg);
    }
    boolean displays = verb.endsWith("display");
    StringBuilder command = new StringBuilder(verb).append(displays ? pick(" -C", " -C", "") : "");
    boolean columns = !displays || command.toString().endsWith("C");
    if (columns) {
      command.append(segments(verb)).append(fields(verb)).append(sorting(verb));
    } else {
      command.append(maybe(pick(" -c", " -m", " -s", " -a", " -v", " -A", " --maps"), 2));
    }
    command.append(maybe(" --units " + quoted(pick(UNITS)), 4));
    command.append(maybe(" -S " + quoted(selection(verb)), 3));
    for (int i = random.nextInt(4); i > 0; i--) {
      command.append(columns || i == 1 ? " " + pick(OPTIONS) : "");
    }
    command.append(maybe(" --config " + quoted(settings()), 6));
    String operand =
        switch (verb.charAt(0)) {
          case 'l' -> pick(lv, vg, lv + " " + vg);
          case 'v' -> vg;
          default -> pick(disk, disk, vg);
        };
    return command + maybe(" " + pick(operand, operand, "@t1"), 3);
  }

  private String fullReport(String vg) {
    // The usual fields include the space left for metadata, which depends on lvm2's version.
    StringBuilder command = new StringBuilder("fullreport").append(BY_NAME);
    command.append(" --configreport pv -o ").append(names("pvs", 3));
    command.append(" --configreport vg -o ").append(names("vgs", 3));
    for (int i = random.nextInt(4); i > 0; i--) {
      String kind = pick("lv", "seg", "pvseg", "log", "nonsense");
      String verb = kind.equals("pvseg") ? "pvs" : "lvs";
      command.append(" --configreport ").append(kind);
      command.append(pick(" -o,", " -o " + names(verb, 3), sorting(verb), ""));
      command.append(maybe(" -S " + quoted(selection(verb)), 4));
    }
    return command
        + maybe(" --units " + quoted(pick(UNITS)), 3)
        + maybe(" " + pick(OPTIONS), 2)
        + maybe(" " + vg, 3);
  }

  private String segments(String verb) {
    return verb.startsWith("vg") ? maybe(" --segments", 30) : maybe(" --segments", 4);
  }

  private String fields(String verb) {
    StringBuilder text = new StringBuilder();
    for (int i = pick("", "1", "1", "11").length(); i > 0; i--) {
      text.append(
          pick(
              " -o " + names(verb, 6),
              " -o+" + names(verb, 4),
              " -o +" + names(verb, 2),
              " -o-" + names(verb, 2),
              " -o#" + names(verb, 2),
              " --options " + names(verb, 3),
              " -o " + pick(GROUPS),
              " -o " + names(verb, 2) + ",+"));
    }
    return text.toString();
  }

  private String sorting(String verb) {
    List<String> keys = new ArrayList<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      String field = field(verb);
      keys.add(pick("", "", "+", "-") + (field.contains("uuid") ? "vg_name" : field));
    }
    return maybe(pick(" -O ", " -O", " --sort ") + String.join(",", keys), 3);
  }

  private String names(String verb, int most) {
    List<String> names = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      String name = field(verb);
      int spelling = random.nextInt(12);
      if (spelling == 0) {
        name = name.replaceFirst("^(lv|vg|pv|seg)_", "");
      } else if (spelling == 1) {
        name = name.replace("_", "");
      } else if (spelling == 2) {
        name = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
      }
      names.add(random.nextInt(60) == 0 ? pick(GROUPS) : name);
    }
    return String.join(",", names);
  }

  private String field(String verb) {
    int kind = random.nextInt(10);
    return switch (verb.charAt(0)) {
      case 'l' -> pick(kind < 6 ? LV_FIELDS : kind < 8 ? SEGMENT_FIELDS : others());
      case 'v' -> pick(kind < 8 ? VG_FIELDS : others());
      default -> pick(kind < 6 ? PV_FIELDS : kind < 8 ? VG_FIELDS : others());
    };
  }

  private List<String> others() {
    return switch (random.nextInt(5)) {
      case 0 -> LV_FIELDS;
      case 1 -> VG_FIELDS;
      case 2 -> PV_FIELDS;
      case 3 -> SEGMENT_FIELDS;
      default -> PV_SEGMENT_FIELDS;
    };
  }

  private String selection(String verb) {
    StringBuilder text = new StringBuilder(test(verb));
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(pick(" && ", " || ", ",", "#", "&&")).append(test(verb));
    }
    String whole = text.toString();
    return pick(whole, whole, whole, "(" + whole + ")", "!(" + whole + ")", "(" + whole, "");
  }

  private String test(String verb) {
    String field = field(verb).replaceFirst("^.*uuid$", "vg_name");
    String operator =
        pick("=", "=", "!=", ">", "<", ">=", "<=", "=~", "!~", " = ", "==", " since ", " before ");
    return maybe("!", 20) + field + operator + value();
  }

  private String value() {
    return switch (random.nextInt(12)) {
      case 0 -> String.valueOf(random.nextInt(20));
      case 1 -> random.nextInt(80) + pick("m", "k", "g", "s", "b", "M", ".5m", "z");
      case 2 -> pick("lv", "vg") + random.nextInt(4);
      case 3 -> "\"" + pick("vg1", "lv1", "linear", "t1", "") + "\"";
      case 4 -> pick("^lv", "vg[12]", "[0-3]$", "sd[ab]", "(a|b", ".*");
      case 5 -> pick("{t1}", "{t1,t2}", "[t1]", "{t1||t2}", "[t1&&t2]", "{}", "[]", "{t1");
      case 6 -> pick("yes", "no", "undefined", "undef", "auto", "-1", "none", "unknown");
      case 7 -> pick("linear", "public", "writeable", "normal", "inherit", "striped", "zero");
      case 8 -> random.nextInt(110) + "%";
      case 9 -> pick("y", "n", "0", "1", "extendable", "allocatable", "used", "missing");
      case 10 -> pick("'", "", "\"", "--", "/");
      default -> String.valueOf(random.nextLong() >>> random.nextInt(60));
    };
  }

  private String settings() {
    return pick("report/", "report/", "report { ")
        .concat(pick(SETTINGS))
        .replaceFirst("^(report \\{.*)$", "$1 }");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static List<String> words(String... lines) {
    return List.of(String.join(" ", lines).split(" "));
  }
}
