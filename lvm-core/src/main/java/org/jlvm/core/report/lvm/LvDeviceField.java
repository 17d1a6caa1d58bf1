package org.jlvm.core.report.lvm;

import java.util.Locale;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldType;

/** Fields of logical volumes that depend on their devices. The texts are lvm2's. */
enum LvDeviceField implements Field {
  LV_KERNEL_MAJOR(
      LvmObject.LV_DEVICE,
      "KMaj",
      FieldType.NUMBER,
      4,
      "Currently assigned major number or -1 if LV is not active."),
  LV_KERNEL_MINOR(
      LvmObject.LV_DEVICE,
      "KMin",
      FieldType.NUMBER,
      4,
      "Currently assigned minor number or -1 if LV is not active."),
  LV_KERNEL_READ_AHEAD(
      LvmObject.LV_DEVICE,
      "KRahead",
      FieldType.SIZE,
      7,
      "Currently-in-use read ahead setting in current units."),
  LV_PERMISSIONS(LvmObject.LV_DEVICE, "LPerms", FieldType.STRING, 8, "LV permissions."),
  LV_SUSPENDED(LvmObject.LV_DEVICE, "Suspended", FieldType.NUMBER, 10, "Set if LV is suspended."),
  LV_LIVE_TABLE(
      LvmObject.LV_DEVICE, "LiveTable", FieldType.NUMBER, 20, "Set if LV has live table present."),
  LV_INACTIVE_TABLE(
      LvmObject.LV_DEVICE,
      "InactiveTable",
      FieldType.NUMBER,
      20,
      "Set if LV has inactive table present."),
  LV_DEVICE_OPEN(LvmObject.LV_DEVICE, "DevOpen", FieldType.NUMBER, 10, "Set if LV device is open."),
  DATA_PERCENT(
      LvmObject.LV_STATUS,
      "Data%",
      FieldType.PERCENT,
      6,
      "For snapshot, cache and thin pools and volumes, the percentage full if LV is active."),
  SNAP_PERCENT(
      LvmObject.LV_STATUS,
      "Snap%",
      FieldType.PERCENT,
      6,
      "For snapshots, the percentage full if LV is active."),
  METADATA_PERCENT(
      LvmObject.LV_STATUS,
      "Meta%",
      FieldType.PERCENT,
      6,
      "For cache and thin pools, the percentage of metadata full if LV is active."),
  COPY_PERCENT(
      LvmObject.LV_STATUS,
      "Cpy%Sync",
      FieldType.PERCENT,
      8,
      "For Cache, RAID, mirrors and pvmove, current percentage in-sync."),
  SYNC_PERCENT(
      LvmObject.LV_STATUS,
      "Cpy%Sync",
      FieldType.PERCENT,
      8,
      "For Cache, RAID, mirrors and pvmove, current percentage in-sync."),
  CACHE_TOTAL_BLOCKS(
      LvmObject.LV_STATUS, "CacheTotalBlocks", FieldType.NUMBER, 16, "Total cache blocks."),
  CACHE_USED_BLOCKS(
      LvmObject.LV_STATUS, "CacheUsedBlocks", FieldType.NUMBER, 16, "Used cache blocks."),
  CACHE_DIRTY_BLOCKS(
      LvmObject.LV_STATUS, "CacheDirtyBlocks", FieldType.NUMBER, 16, "Dirty cache blocks."),
  CACHE_READ_HITS(LvmObject.LV_STATUS, "CacheReadHits", FieldType.NUMBER, 16, "Cache read hits."),
  CACHE_READ_MISSES(
      LvmObject.LV_STATUS, "CacheReadMisses", FieldType.NUMBER, 16, "Cache read misses."),
  CACHE_WRITE_HITS(
      LvmObject.LV_STATUS, "CacheWriteHits", FieldType.NUMBER, 16, "Cache write hits."),
  CACHE_WRITE_MISSES(
      LvmObject.LV_STATUS, "CacheWriteMisses", FieldType.NUMBER, 16, "Cache write misses."),
  CACHE_PROMOTIONS(
      LvmObject.LV_STATUS,
      "CachePromotions",
      FieldType.NUMBER,
      15,
      "Number of times a block has been moved to the cache."),
  CACHE_DEMOTIONS(
      LvmObject.LV_STATUS,
      "CacheDemotions",
      FieldType.NUMBER,
      14,
      "Number of times a block has been removed from the cache."),
  KERNEL_CACHE_SETTINGS(
      LvmObject.LV_STATUS,
      "KCacheSettings",
      FieldType.STRING_LIST,
      18,
      "Cache settings/parameters as set in kernel, including default values (cached segments"
          + " only)."),
  KERNEL_CACHE_POLICY(
      LvmObject.LV_STATUS, "KCachePolicy", FieldType.STRING, 18, "Cache policy used in kernel."),
  KERNEL_METADATA_FORMAT(
      LvmObject.LV_STATUS, "KMFmt", FieldType.NUMBER, 5, "Cache metadata format used in kernel."),
  KERNEL_CACHE_MODE(
      LvmObject.LV_STATUS, "KCacheMode", FieldType.STRING, 10, "Cache mode used in kernel."),
  LV_HEALTH_STATUS(LvmObject.LV_STATUS, "Health", FieldType.STRING, 15, "LV health status."),
  KERNEL_DISCARDS(
      LvmObject.LV_STATUS,
      "KDiscards",
      FieldType.STRING,
      9,
      "For thin pools, how discards are handled in kernel."),
  LV_CHECK_NEEDED(
      LvmObject.LV_STATUS,
      "CheckNeeded",
      FieldType.NUMBER,
      15,
      "For thin pools and cache volumes, whether metadata check is needed."),
  LV_MERGE_FAILED(
      LvmObject.LV_STATUS, "MergeFailed", FieldType.NUMBER, 15, "Set if snapshot merge failed."),
  LV_SNAPSHOT_INVALID(
      LvmObject.LV_STATUS, "SnapInvalid", FieldType.NUMBER, 15, "Set if snapshot LV is invalid."),
  VDO_OPERATING_MODE(
      LvmObject.LV_STATUS,
      "VDOOperatingMode",
      FieldType.STRING,
      16,
      "For vdo pools, its current operating mode."),
  VDO_COMPRESSION_STATE(
      LvmObject.LV_STATUS,
      "VDOCompressionState",
      FieldType.STRING,
      19,
      "For vdo pools, whether compression is running."),
  VDO_INDEX_STATE(
      LvmObject.LV_STATUS,
      "VDOIndexState",
      FieldType.STRING,
      13,
      "For vdo pools, state of index for deduplication."),
  VDO_USED_SIZE(
      LvmObject.LV_STATUS,
      "VDOUsedSize",
      FieldType.NUMBER,
      11,
      "For vdo pools, currently used space."),
  VDO_SAVING_PERCENT(
      LvmObject.LV_STATUS,
      "VDOSaving%",
      FieldType.NUMBER,
      10,
      "For vdo pools, percentage of saved space."),
  WRITECACHE_TOTAL_BLOCKS(
      LvmObject.LV_STATUS, "WCacheTotalBlocks", FieldType.NUMBER, 17, "Total writecache blocks."),
  WRITECACHE_FREE_BLOCKS(
      LvmObject.LV_STATUS,
      "WCacheFreeBlocks",
      FieldType.NUMBER,
      16,
      "Total writecache free blocks."),
  WRITECACHE_WRITEBACK_BLOCKS(
      LvmObject.LV_STATUS,
      "WCacheWritebackBlocks",
      FieldType.NUMBER,
      21,
      "Total writecache writeback blocks."),
  WRITECACHE_ERROR(
      LvmObject.LV_STATUS, "WCacheErrors", FieldType.NUMBER, 12, "Total writecache errors."),
  LV_ATTR(
      LvmObject.LV_DEVICE_AND_STATUS,
      "Attr",
      FieldType.STRING,
      4,
      "Various attributes - see man page.");

  private final LvmObject object;
  private final String id;
  private final String heading;
  private final FieldType type;
  private final int width;
  private final String description;

  LvDeviceField(LvmObject object, String heading, FieldType type, int width, String description) {
    this.id = name().toLowerCase(Locale.ROOT);
    this.object = object;
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
    return object;
  }

  @Override
  public String description() {
    return description;
  }
}
