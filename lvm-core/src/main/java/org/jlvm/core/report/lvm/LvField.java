package org.jlvm.core.report.lvm;

import java.util.Locale;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldType;

/** Fields of logical volumes that metadata answer. The texts are lvm2's. */
enum LvField implements Field {
  LV_UUID("LV UUID", FieldType.STRING, 38, "Unique identifier."),
  LV_NAME(
      "LV", FieldType.STRING, 4, "Name.  LVs created for internal use are enclosed in brackets."),
  LV_FULL_NAME("LV", FieldType.STRING, 4, "Full name of LV including its VG, namely VG/LV."),
  LV_PATH("Path", FieldType.STRING, 4, "Full pathname for LV. Blank for internal LVs."),
  LV_DM_PATH(
      "DMPath",
      FieldType.STRING,
      6,
      "Internal device-mapper pathname for LV (in /dev/mapper directory)."),
  LV_PARENT(
      "Parent", FieldType.STRING, 6, "For LVs that are components of another LV, the parent LV."),
  LV_LAYOUT("Layout", FieldType.STRING_LIST, 10, "LV layout."),
  LV_ROLE("Role", FieldType.STRING_LIST, 10, "LV role."),
  LV_INITIAL_IMAGE_SYNC(
      "InitImgSync",
      FieldType.NUMBER,
      10,
      "Set if mirror/RAID images underwent initial resynchronization."),
  LV_IMAGE_SYNCED("ImgSynced", FieldType.NUMBER, 10, "Set if mirror/RAID image is synchronized."),
  LV_MERGING("Merging", FieldType.NUMBER, 10, "Set if snapshot LV is being merged to origin."),
  LV_CONVERTING("Converting", FieldType.NUMBER, 10, "Set if LV is being converted."),
  LV_ALLOCATION_POLICY("AllocPol", FieldType.STRING, 10, "LV allocation policy."),
  LV_ALLOCATION_LOCKED(
      "AllocLock", FieldType.NUMBER, 10, "Set if LV is locked against allocation changes."),
  LV_FIXED_MINOR("FixMin", FieldType.NUMBER, 10, "Set if LV has fixed minor number assigned."),
  LV_SKIP_ACTIVATION("SkipAct", FieldType.NUMBER, 15, "Set if LV is skipped on activation."),
  LV_AUTOACTIVATION("AutoAct", FieldType.NUMBER, 7, "Set if LV autoactivation is enabled."),
  LV_WHEN_FULL("WhenFull", FieldType.STRING, 15, "For thin pools, behavior when full."),
  LV_ACTIVE("Active", FieldType.NUMBER, 6, "Active state of the LV."),
  LV_ACTIVE_LOCALLY("ActLocal", FieldType.NUMBER, 10, "Set if the LV is active locally."),
  LV_ACTIVE_REMOTELY("ActRemote", FieldType.NUMBER, 10, "Set if the LV is active remotely."),
  LV_ACTIVE_EXCLUSIVELY("ActExcl", FieldType.NUMBER, 10, "Set if the LV is active exclusively."),
  LV_MAJOR("Maj", FieldType.NUMBER, 3, "Persistent major number or -1 if not persistent."),
  LV_MINOR("Min", FieldType.NUMBER, 3, "Persistent minor number or -1 if not persistent."),
  LV_READ_AHEAD("Rahead", FieldType.SIZE, 6, "Read ahead setting in current units."),
  LV_SIZE("LSize", FieldType.SIZE, 5, "Size of LV in current units."),
  LV_METADATA_SIZE(
      "MSize",
      FieldType.SIZE,
      5,
      "For thin and cache pools, the size of the LV that holds the metadata."),
  SEG_COUNT("#Seg", FieldType.NUMBER, 4, "Number of segments in LV."),
  ORIGIN("Origin", FieldType.STRING, 6, "For snapshots and thins, the origin device of this LV."),
  ORIGIN_UUID(
      "Origin UUID",
      FieldType.STRING,
      38,
      "For snapshots and thins, the UUID of origin device of this LV."),
  ORIGIN_SIZE(
      "OSize", FieldType.SIZE, 5, "For snapshots, the size of the origin device of this LV."),
  LV_ANCESTORS(
      "Ancestors",
      FieldType.STRING_LIST,
      9,
      "LV ancestors ignoring any stored history of the ancestry chain."),
  LV_FULL_ANCESTORS(
      "FAncestors",
      FieldType.STRING_LIST,
      10,
      "LV ancestors including stored history of the ancestry chain."),
  LV_DESCENDANTS(
      "Descendants",
      FieldType.STRING_LIST,
      11,
      "LV descendants ignoring any stored history of the ancestry chain."),
  LV_FULL_DESCENDANTS(
      "FDescendants",
      FieldType.STRING_LIST,
      12,
      "LV descendants including stored history of the ancestry chain."),
  RAID_MISMATCH_COUNT(
      "Mismatches", FieldType.NUMBER, 10, "For RAID, number of mismatches found or repaired."),
  RAID_SYNC_ACTION(
      "SyncAction",
      FieldType.STRING,
      10,
      "For RAID, the current synchronization action being performed."),
  RAID_WRITE_BEHIND(
      "WBehind",
      FieldType.NUMBER,
      7,
      "For RAID1, the number of outstanding writes allowed to writemostly devices."),
  RAID_MIN_RECOVERY_RATE(
      "MinSync", FieldType.NUMBER, 7, "For RAID1, the minimum recovery I/O load in kiB/sec/disk."),
  RAID_MAX_RECOVERY_RATE(
      "MaxSync", FieldType.NUMBER, 7, "For RAID1, the maximum recovery I/O load in kiB/sec/disk."),
  RAIDINTEGRITYMODE("IntegMode", FieldType.STRING, 9, "The integrity mode"),
  RAIDINTEGRITYBLOCKSIZE("IntegBlkSize", FieldType.NUMBER, 12, "The integrity block size"),
  INTEGRITYMISMATCHES(
      "IntegMismatches", FieldType.NUMBER, 15, "The number of integrity mismatches."),
  MOVE_PV("Move", FieldType.STRING, 4, "For pvmove, Source PV of temporary LV created by pvmove."),
  MOVE_PV_UUID(
      "Move UUID",
      FieldType.STRING,
      38,
      "For pvmove, the UUID of Source PV of temporary LV created by pvmove."),
  CONVERT_LV(
      "Convert", FieldType.STRING, 7, "For lvconvert, Name of temporary LV created by lvconvert."),
  CONVERT_LV_UUID(
      "Convert UUID",
      FieldType.STRING,
      38,
      "For lvconvert, UUID of temporary LV created by lvconvert."),
  MIRROR_LOG("Log", FieldType.STRING, 3, "For mirrors, the LV holding the synchronization log."),
  MIRROR_LOG_UUID(
      "Log UUID",
      FieldType.STRING,
      38,
      "For mirrors, the UUID of the LV holding the synchronization log."),
  DATA_LV(
      "Data", FieldType.STRING, 4, "For cache/thin/vdo pools, the LV holding the associated data."),
  DATA_LV_UUID(
      "Data UUID",
      FieldType.STRING,
      38,
      "For cache/thin/vdo pools, the UUID of the LV holding the associated data."),
  METADATA_LV(
      "Meta", FieldType.STRING, 4, "For cache/thin pools, the LV holding the associated metadata."),
  METADATA_LV_UUID(
      "Meta UUID",
      FieldType.STRING,
      38,
      "For cache/thin pools, the UUID of the LV holding the associated metadata."),
  POOL_LV(
      "Pool",
      FieldType.STRING,
      4,
      "For cache/thin/vdo volumes, the cache/thin/vdo pool LV for this volume."),
  POOL_LV_UUID(
      "Pool UUID",
      FieldType.STRING,
      38,
      "For cache/thin/vdo volumes, the UUID of the cache/thin/vdo pool LV for this volume."),
  LV_TAGS("LV Tags", FieldType.STRING_LIST, 7, "Tags, if any."),
  LV_PROFILE("LProfile", FieldType.STRING, 8, "Configuration profile attached to this LV."),
  LV_LOCKARGS("LLockArgs", FieldType.STRING, 9, "Lock args of the LV used by lvmlockd."),
  LV_TIME("CTime", FieldType.TIME, 26, "Creation time of the LV, if known"),
  LV_TIME_REMOVED("RTime", FieldType.TIME, 26, "Removal time of the LV, if known"),
  LV_HOST("Host", FieldType.STRING, 10, "Creation host of the LV, if known."),
  LV_MODULES(
      "Modules", FieldType.STRING_LIST, 7, "Kernel device-mapper modules required for this LV."),
  LV_HISTORICAL("Historical", FieldType.NUMBER, 10, "Set if the LV is historical."),
  WRITECACHE_BLOCK_SIZE("WCacheBlkSize", FieldType.NUMBER, 13, "The writecache block size");

  private final String id;
  private final String heading;
  private final FieldType type;
  private final int width;
  private final String description;

  LvField(String heading, FieldType type, int width, String description) {
    this.id = name().toLowerCase(Locale.ROOT);
    this.heading = heading;
    this.type = type;
    this.width = width;
    this.description = description;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String heading() {
    return heading;
  }

  @Override
  public FieldType type() {
    return type;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public LvmObject object() {
    return LvmObject.LV;
  }

  @Override
  public String description() {
    return description;
  }
}
