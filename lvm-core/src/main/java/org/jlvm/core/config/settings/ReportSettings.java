package org.jlvm.core.config.settings;

import org.jlvm.core.config.LvmConfig;

/** Section "report" of the configuration, as {@code lvmconfig} documents it. */
public record ReportSettings(LvmConfig config) {
  /** Format of reports: basic, json or json_std. */
  public String outputFormat() {
    return config.string("report/output_format", "basic");
  }

  /** Leave out columns that are empty in all rows. */
  public boolean compactOutput() {
    return config.bool("report/compact_output", false);
  }

  /** Columns to leave out when they are empty in all rows. */
  public String compactOutputCols() {
    return config.findStringAllowingEmpty("report/compact_output_cols").orElse("");
  }

  /** Line columns up. */
  public boolean aligned() {
    return config.bool("report/aligned", true);
  }

  /** Print a report when it is complete; needed to align and sort it. */
  public boolean buffered() {
    return config.bool("report/buffered", true);
  }

  /** Headings: 0 none, 1 short, 2 names of fields. */
  public int headings() {
    return config.integer("report/headings", 1);
  }

  /** Text between columns. */
  public String separator() {
    return config.string("report/separator", " ");
  }

  /** Text between the items of a list. */
  public String listItemSeparator() {
    return config.string("report/list_item_separator", ",");
  }

  /** Print fields as NAME=VALUE. */
  public boolean prefixes() {
    return config.bool("report/prefixes", false);
  }

  /** Quote the values of such fields. */
  public boolean quoted() {
    return config.bool("report/quoted", true);
  }

  /** Print columns as rows. */
  public boolean columnsAsRows() {
    return config.bool("report/columns_as_rows", false);
  }

  /** Print 0 and 1 instead of words for fields with two values. */
  public boolean binaryValuesAsNumeric() {
    return config.bool("report/binary_values_as_numeric", false);
  }

  /** Format of times, as for strftime(3). */
  public String timeFormat() {
    return config.string("report/time_format", "%Y-%m-%d %T %z");
  }

  /** Sort order of lvm devtypes. */
  public String devtypesSort() {
    return config.string("report/devtypes_sort", "devtype_name");
  }

  /** Columns of lvm devtypes. */
  public String devtypesCols() {
    return config.string(
        "report/devtypes_cols", "devtype_name,devtype_max_partitions,devtype_description");
  }

  /** Columns of lvm devtypes -v. */
  public String devtypesColsVerbose() {
    return config.string(
        "report/devtypes_cols_verbose", "devtype_name,devtype_max_partitions,devtype_description");
  }

  /** Sort order of lvs. */
  public String lvsSort() {
    return config.string("report/lvs_sort", "vg_name,lv_name");
  }

  /** Columns of lvs. */
  public String lvsCols() {
    return config.string(
        "report/lvs_cols",
        "lv_name,vg_name,lv_attr,lv_size,pool_lv,origin,data_percent,metadata_percent,move_pv,mirror_log,copy_percent,convert_lv");
  }

  /** Columns of lvs -v. */
  public String lvsColsVerbose() {
    return config.string(
        "report/lvs_cols_verbose",
        "lv_name,vg_name,seg_count,lv_attr,lv_size,lv_major,lv_minor,lv_kernel_major,lv_kernel_minor,pool_lv,origin,data_percent,metadata_percent,move_pv,copy_percent,mirror_log,convert_lv,lv_uuid,lv_profile");
  }

  /** Sort order of vgs. */
  public String vgsSort() {
    return config.string("report/vgs_sort", "vg_name");
  }

  /** Columns of vgs. */
  public String vgsCols() {
    return config.string(
        "report/vgs_cols", "vg_name,pv_count,lv_count,snap_count,vg_attr,vg_size,vg_free");
  }

  /** Columns of vgs -v. */
  public String vgsColsVerbose() {
    return config.string(
        "report/vgs_cols_verbose",
        "vg_name,vg_attr,vg_extent_size,pv_count,lv_count,snap_count,vg_size,vg_free,vg_uuid,vg_profile");
  }

  /** Sort order of pvs. */
  public String pvsSort() {
    return config.string("report/pvs_sort", "pv_name");
  }

  /** Columns of pvs. */
  public String pvsCols() {
    return config.string("report/pvs_cols", "pv_name,vg_name,pv_fmt,pv_attr,pv_size,pv_free");
  }

  /** Columns of pvs -v. */
  public String pvsColsVerbose() {
    return config.string(
        "report/pvs_cols_verbose",
        "pv_name,vg_name,pv_fmt,pv_attr,pv_size,pv_free,dev_size,pv_uuid");
  }

  /** Sort order of lvs --segments. */
  public String segsSort() {
    return config.string("report/segs_sort", "vg_name,lv_name,seg_start");
  }

  /** Columns of lvs --segments. */
  public String segsCols() {
    return config.string("report/segs_cols", "lv_name,vg_name,lv_attr,stripes,segtype,seg_size");
  }

  /** Columns of lvs --segments -v. */
  public String segsColsVerbose() {
    return config.string(
        "report/segs_cols_verbose",
        "lv_name,vg_name,lv_attr,seg_start,seg_size,stripes,segtype,stripesize,chunksize");
  }

  /** Sort order of pvs --segments. */
  public String pvsegsSort() {
    return config.string("report/pvsegs_sort", "pv_name,pvseg_start");
  }

  /** Columns of pvs --segments. */
  public String pvsegsCols() {
    return config.string(
        "report/pvsegs_cols",
        "pv_name,vg_name,pv_fmt,pv_attr,pv_size,pv_free,pvseg_start,pvseg_size");
  }

  /** Columns of pvs --segments -v. */
  public String pvsegsColsVerbose() {
    return config.string(
        "report/pvsegs_cols_verbose",
        "pv_name,vg_name,pv_fmt,pv_attr,pv_size,pv_free,pvseg_start,pvseg_size,lv_name,seg_start_pe,segtype,seg_pe_ranges");
  }

  /** Columns for volume groups in lvm fullreport. */
  public String vgsColsFull() {
    return config.string("report/vgs_cols_full", "vg_all");
  }

  /** Columns for physical volumes in lvm fullreport. */
  public String pvsColsFull() {
    return config.string("report/pvs_cols_full", "pv_all");
  }

  /** Columns for logical volumes in lvm fullreport. */
  public String lvsColsFull() {
    return config.string("report/lvs_cols_full", "lv_all");
  }

  /** Columns for segments of physical volumes in lvm fullreport. */
  public String pvsegsColsFull() {
    return config.string("report/pvsegs_cols_full", "pvseg_all,pv_uuid,lv_uuid");
  }

  /** Columns for segments of logical volumes in lvm fullreport. */
  public String segsColsFull() {
    return config.string("report/segs_cols_full", "seg_all,lv_uuid");
  }

  /** Sort order of volume groups in lvm fullreport. */
  public String vgsSortFull() {
    return config.string("report/vgs_sort_full", "vg_name");
  }

  /** Sort order of physical volumes in lvm fullreport. */
  public String pvsSortFull() {
    return config.string("report/pvs_sort_full", "pv_name");
  }

  /** Sort order of logical volumes in lvm fullreport. */
  public String lvsSortFull() {
    return config.string("report/lvs_sort_full", "vg_name,lv_name");
  }

  /** Sort order of segments of physical volumes in lvm fullreport. */
  public String pvsegsSortFull() {
    return config.string("report/pvsegs_sort_full", "pv_uuid,pvseg_start");
  }

  /** Sort order of segments of logical volumes in lvm fullreport. */
  public String segsSortFull() {
    return config.string("report/segs_sort_full", "lv_uuid,seg_start");
  }

  /** Put the names of hidden volumes in brackets. */
  public boolean markHiddenDevices() {
    return config.bool("report/mark_hidden_devices", true);
  }

  /** Print "unknown device" instead of "[unknown]". */
  public boolean twoWordUnknownDevice() {
    return config.bool("report/two_word_unknown_device", false);
  }
}
