package org.jlvm.cli.table;

/** What an option or an operand takes; the order is that of usage texts. */
public enum ValueType {
  NONE("", ""),
  BOOL("Bool", "y|n"),
  NUMBER("Number", "Number"),
  SNUMBER("SNumber", "[+|-]Number"),
  PNUMBER("PNumber", "[+]Number"),
  UINT32("Uint32", "Number"),
  STRING("String", "String"),
  VG("VG", "VG"),
  LV("LV", "LV"),
  PV("PV", "PV"),
  TAG("Tag", "Tag"),
  SELECT("Select", "Select"),
  ACTIVATIONMODE("ActivationMode", "partial|degraded|complete"),
  ACTIVATION("Active", "y|n|ay"),
  CACHEMETADATAFORMAT("CacheMetadataFormat", "auto|1|2"),
  CACHEMODE("CacheMode", "writethrough|writeback|passthrough"),
  DISCARDS("Discards", "passdown|nopassdown|ignore"),
  MIRRORLOG("MirrorLog", "core|disk"),
  SIZEKB("SizeKB", "Size[k|UNIT]"),
  SSIZEKB("SSizeKB", "[+|-]Size[k|UNIT]"),
  SIZEMB("SizeMB", "Size[m|UNIT]"),
  SSIZEMB("SSizeMB", "[+|-]Size[m|UNIT]"),
  PSIZEMB("PSizeMB", "[+]Size[m|UNIT]"),
  NSIZEMB("NSizeMB", "[-]Size[m|UNIT]"),
  REGIONSIZEMB("RegionSize", "Size[m|UNIT]"),
  EXTENTS("Extents", "Number[PERCENT]"),
  SEXTENTS("SExtents", "[+|-]Number[PERCENT]"),
  PEXTENTS("PExtents", "[+]Number[PERCENT]"),
  NEXTENTS("NExtents", "[-]Number[PERCENT]"),
  PERMISSION("Permission", "rw|r"),
  METADATATYPE("MetadataType", "lvm2"),
  UNITS("Units", "[Number]r|R|h|H|b|B|s|S|k|K|m|M|g|G|t|T|p|P|e|E"),
  SEGTYPE(
      "SegType",
      "linear|striped|snapshot|raid|mirror|thin|thin-pool|vdo|vdo-pool|cache|cache-pool|writecache"),
  ALLOC("Alloc", "contiguous|cling|cling_by_tags|normal|anywhere|inherit"),
  LOCKTYPE("LockType", "sanlock|dlm|none"),
  READAHEAD("Readahead", "auto|none|Number"),
  VGMETADATACOPIES("MetadataCopiesVG", "all|unmanaged|Number"),
  PVMETADATACOPIES("MetadataCopiesPV", "0|1|2"),
  POLLOPERATION("PollOp", "pvmove|convert|merge|merge_thin"),
  WRITEMOSTLY("WriteMostlyPV", "PV[:t|n|y]"),
  SYNCACTION("SyncAction", "check|repair"),
  REPORTFORMAT("ReportFmt", "basic|json|json_std"),
  CONFIGREPORT("ConfigReport", "log|vg|lv|pv|pvseg|seg"),
  CONFIGTYPE(
      "ConfigType",
      "current|default|diff|full|list|missing|new|profilable|profilable-command|profilable-metadata"),
  REPAIRTYPE("RepairType", "pv_header|metadata|label_header"),
  DUMPTYPE("DumpType", "headers|metadata|metadata_all|metadata_search"),
  HEADINGS("HeadingsType", "none|abbrev|full|0|1|2"),
  METADATACOPIES("unused", "unused");

  private final String label;
  private final String usage;

  ValueType(String label, String usage) {
    this.label = label;
    this.usage = usage;
  }

  static ValueType ofLabel(String label) {
    for (ValueType type : values()) {
      if (type.label.equals(label)) {
        return type;
      }
    }
    throw new IllegalStateException("no such value type in the table: " + label);
  }

  /** The name used in {@link CommandTable} texts. */
  public String label() {
    return label;
  }

  /** How usage texts show it. */
  public String usage() {
    return usage;
  }
}
