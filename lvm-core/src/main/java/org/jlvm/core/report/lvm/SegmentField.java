package org.jlvm.core.report.lvm;

import java.util.Locale;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldType;

/** Fields of the segments of logical volumes. The texts are lvm2's. */
enum SegmentField implements Field {
  SEGTYPE("Type", FieldType.STRING, 4, "Type of LV segment."),
  STRIPES("#Str", FieldType.NUMBER, 4, "Number of stripes or mirror/raid1 legs."),
  DATA_STRIPES("#DStr", FieldType.NUMBER, 5, "Number of data stripes or mirror/raid1 legs."),
  RESHAPE_LEN("RSize", FieldType.SIZE, 5, "Size of out-of-place reshape space in current units."),
  RESHAPE_LEN_LE(
      "RSize", FieldType.NUMBER, 5, "Size of out-of-place reshape space in logical extents."),
  DATA_COPIES("#Cpy", FieldType.NUMBER, 4, "Number of data copies."),
  DATA_OFFSET("DOff", FieldType.NUMBER, 4, "Data offset on each image device."),
  NEW_DATA_OFFSET(
      "NOff", FieldType.NUMBER, 4, "New data offset after any reshape on each image device."),
  PARITY_CHUNKS("#Par", FieldType.NUMBER, 4, "Number of (rotating) parity chunks."),
  STRIPE_SIZE(
      "Stripe",
      FieldType.SIZE,
      6,
      "For stripes, amount of data placed on one device before switching to the next."),
  REGION_SIZE(
      "Region",
      FieldType.SIZE,
      6,
      "For mirrors/raids, the unit of data per leg when synchronizing devices."),
  CHUNK_SIZE(
      "Chunk", FieldType.SIZE, 5, "For snapshots, the unit of data used when tracking changes."),
  THIN_COUNT(
      "#Thins", FieldType.NUMBER, 6, "For thin pools, the number of thin volumes in this pool."),
  DISCARDS("Discards", FieldType.STRING, 8, "For thin pools, how discards are handled."),
  CACHE_METADATA_FORMAT("CMFmt", FieldType.NUMBER, 5, "For cache, metadata format in use."),
  CACHE_MODE("CacheMode", FieldType.STRING, 9, "For cache, how writes are cached."),
  ZERO("Zero", FieldType.NUMBER, 4, "For thin pools and volumes, if zeroing is enabled."),
  TRANSACTION_ID(
      "TransId",
      FieldType.NUMBER,
      7,
      "For thin pools, the transaction id and creation transaction id for thins."),
  THIN_ID("ThId", FieldType.NUMBER, 4, "For thin volume, the thin device id."),
  SEG_START(
      "Start",
      FieldType.SIZE,
      5,
      "Offset within the LV to the start of the segment in current units."),
  SEG_START_PE(
      "Start",
      FieldType.NUMBER,
      5,
      "Offset within the LV to the start of the segment in physical extents."),
  SEG_SIZE("SSize", FieldType.SIZE, 5, "Size of segment in current units."),
  SEG_SIZE_PE("SSize", FieldType.SIZE, 5, "Size of segment in physical extents."),
  SEG_TAGS("Seg Tags", FieldType.STRING_LIST, 8, "Tags, if any."),
  SEG_PE_RANGES(
      "PE Ranges",
      FieldType.STRING_LIST,
      9,
      "Ranges of Physical Extents of underlying devices in command line format (deprecated, use"
          + " seg_le_ranges for common format)."),
  SEG_LE_RANGES(
      "LE Ranges",
      FieldType.STRING_LIST,
      9,
      "Ranges of Logical Extents of underlying devices in command line format."),
  SEG_METADATA_LE_RANGES(
      "Metadata LE Ranges",
      FieldType.STRING_LIST,
      18,
      "Ranges of Logical Extents of underlying metadata devices in command line format."),
  DEVICES(
      "Devices", FieldType.STRING_LIST, 7, "Underlying devices used with starting extent numbers."),
  METADATA_DEVICES(
      "Metadata Devs",
      FieldType.STRING_LIST,
      13,
      "Underlying metadata devices used with starting extent numbers."),
  SEG_MONITOR("Monitor", FieldType.STRING, 7, "Dmeventd monitoring status of the segment."),
  CACHE_POLICY("CachePolicy", FieldType.STRING, 11, "The cache policy (cached segments only)."),
  CACHE_SETTINGS(
      "CacheSettings",
      FieldType.STRING_LIST,
      13,
      "Cache settings/parameters (cached segments only)."),
  INTEGRITY_SETTINGS("IntegSettings", FieldType.STRING_LIST, 13, "Integrity settings."),
  VDO_COMPRESSION("VDOCompression", FieldType.NUMBER, 14, "Set for compressed LV (vdopool)."),
  VDO_DEDUPLICATION("VDODeduplication", FieldType.NUMBER, 16, "Set for deduplicated LV (vdopool)."),
  VDO_MINIMUM_IO_SIZE(
      "VDOMinimumIOSize", FieldType.NUMBER, 16, "Minimum acceptable IO size (vdopool)."),
  VDO_BLOCK_MAP_CACHE_SIZE(
      "VDOBlockMapCacheSize", FieldType.SIZE, 20, "Allocated caching size (vdopool)."),
  VDO_BLOCK_MAP_ERA_LENGTH(
      "VDOBlockMapEraLength", FieldType.NUMBER, 20, "Speed of cache writes (vdopool)."),
  VDO_USE_SPARSE_INDEX("VDOSparseIndex", FieldType.NUMBER, 14, "Sparse indexing (vdopool)."),
  VDO_INDEX_MEMORY_SIZE(
      "VDOIndexMemorySize", FieldType.SIZE, 18, "Allocated indexing memory (vdopool)."),
  VDO_SLAB_SIZE("VDOSlabSize", FieldType.SIZE, 11, "Increment size for growing (vdopool)."),
  VDO_ACK_THREADS("VDOAckThreads", FieldType.NUMBER, 13, "Acknowledging threads (vdopool)."),
  VDO_BIO_THREADS("VDOBioThreads", FieldType.NUMBER, 13, "IO submitting threads (vdopool)."),
  VDO_BIO_ROTATION("VDOBioRotation", FieldType.NUMBER, 14, "IO enqueue (vdopool)."),
  VDO_CPU_THREADS(
      "VDOCPUThreads", FieldType.NUMBER, 13, "CPU threads for compression and hashing (vdopool)."),
  VDO_HASH_ZONE_THREADS(
      "VDOHashZoneThreads", FieldType.NUMBER, 18, "Threads for subdivide parts (vdopool)."),
  VDO_LOGICAL_THREADS(
      "VDOLogicalThreads", FieldType.NUMBER, 17, "Logical threads for subdivide parts (vdopool)."),
  VDO_PHYSICAL_THREADS(
      "VDOPhysicalThreads",
      FieldType.NUMBER,
      18,
      "Physical threads for subdivide parts (vdopool)."),
  VDO_MAX_DISCARD(
      "VDOMaxDiscard", FieldType.NUMBER, 13, "Maximum discard size volume can receive (vdopool)."),
  VDO_HEADER_SIZE("VDOHeaderSize", FieldType.SIZE, 13, "Header size at front of vdopool."),
  VDO_USE_METADATA_HINTS(
      "VDOMetadataHints", FieldType.NUMBER, 16, "Deprecated use of REQ_SYNC for writes (vdopool)."),
  VDO_WRITE_POLICY("VDOWritePolicy", FieldType.STRING, 14, "Deprecated write policy (vdopool).");

  private final String id;
  private final String heading;
  private final FieldType type;
  private final int width;
  private final String description;

  SegmentField(String heading, FieldType type, int width, String description) {
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
    return LvmObject.SEGMENT;
  }

  @Override
  public String description() {
    return description;
  }
}
