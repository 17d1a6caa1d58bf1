package org.jlvm.core.config.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jlvm.core.config.LvmConfig;

/** Section "allocation" of the configuration, as {@code lvmconfig} documents it. */
public record AllocationSettings(LvmConfig config) {
  /** Tags that the cling policy keeps an extended volume to. */
  public Optional<List<String>> clingTagList() {
    return config.findStrings("allocation/cling_tag_list");
  }

  /** Let the cling policies recognise more cases of volumes kept together. */
  public boolean maximiseCling() {
    return config.bool("allocation/maximise_cling", true);
  }

  /** Recognise and wipe all signatures that blkid knows. */
  public boolean useBlkidWiping() {
    return config.bool("allocation/use_blkid_wiping", true);
  }

  /** Look for signatures whenever the start of a new volume is zeroed. */
  public boolean wipeSignaturesWhenZeroingNewLvs() {
    return config.bool("allocation/wipe_signatures_when_zeroing_new_lvs", true);
  }

  /** Never put a mirror log on a device with one of the images. */
  public boolean mirrorLogsRequireSeparatePvs() {
    return config.bool("allocation/mirror_logs_require_separate_pvs", false);
  }

  /** Stripe new RAID volumes over all devices unless told how many. */
  public boolean raidStripeAllDevices() {
    return config.bool("allocation/raid_stripe_all_devices", false);
  }

  /** Never put metadata and data of a cache pool on the same device. */
  public boolean cachePoolMetadataRequireSeparatePvs() {
    return config.bool("allocation/cache_pool_metadata_require_separate_pvs", false);
  }

  /** Metadata format of new caches: 1, 2, or 0 for the best available. */
  public int cacheMetadataFormat() {
    return config.integer("allocation/cache_metadata_format", 0);
  }

  /** Mode of new caches. */
  public String cacheMode() {
    return config.string("allocation/cache_mode", "writethrough");
  }

  /** Replacement policy of new caches: smq, mq or cleaner. */
  public Optional<String> cachePolicy() {
    return config.findString("allocation/cache_policy");
  }

  /** Smallest chunk of a cache pool in KiB; computed if not set. */
  public OptionalInt cachePoolChunkSize() {
    return config.findInteger("allocation/cache_pool_chunk_size");
  }

  /** Largest number of chunks in a cache pool; 0 for the built-in limit. */
  public int cachePoolMaxChunks() {
    return config.integer("allocation/cache_pool_max_chunks", 0);
  }

  /** Most MiB that pvmove mirrors at once; 0 for no limit. */
  public int pvmoveMaxSegmentSizeMb() {
    return config.integer("allocation/pvmove_max_segment_size_mb", 0);
  }

  /** Never put metadata and data of a thin pool on the same device. */
  public boolean thinPoolMetadataRequireSeparatePvs() {
    return config.bool("allocation/thin_pool_metadata_require_separate_pvs", false);
  }

  /** Keep the metadata of a thin pool to the 15.81 GiB of old releases. */
  public boolean thinPoolCropMetadata() {
    return config.bool("allocation/thin_pool_crop_metadata", false);
  }

  /** Zero each chunk of a thin pool before its first use. */
  public boolean thinPoolZero() {
    return config.bool("allocation/thin_pool_zero", true);
  }

  /** What a thin pool does with discards: ignore, nopassdown or passdown. */
  public String thinPoolDiscards() {
    return config.string("allocation/thin_pool_discards", "passdown");
  }

  /** What the chunk size of a thin pool is computed for. */
  public String thinPoolChunkSizePolicy() {
    return config.string("allocation/thin_pool_chunk_size_policy", "generic");
  }

  /** Zero the whole metadata of a new thin or cache pool. */
  public boolean zeroMetadata() {
    return config.bool("allocation/zero_metadata", true);
  }

  /** Smallest chunk of a thin pool in KiB, 64 to 1048576; computed if not set. */
  public OptionalInt thinPoolChunkSize() {
    return config.findInteger("allocation/thin_pool_chunk_size");
  }

  /** Extent size of new volume groups in KiB. */
  public int physicalExtentSize() {
    return config.integer("allocation/physical_extent_size", 4096);
  }

  /** Compress the data of new VDO volumes. */
  public int vdoUseCompression() {
    return config.integer("allocation/vdo_use_compression", 1);
  }

  /** Deduplicate the data of new VDO volumes. */
  public int vdoUseDeduplication() {
    return config.integer("allocation/vdo_use_deduplication", 1);
  }

  /** Smallest I/O of a VDO volume in bytes, 512 or 4096. */
  public int vdoMinimumIoSize() {
    return config.integer("allocation/vdo_minimum_io_size", 4096);
  }

  /** Cache for the block map of a VDO volume in MiB, 128 or more. */
  public int vdoBlockMapCacheSizeMb() {
    return config.integer("allocation/vdo_block_map_cache_size_mb", 128);
  }

  /** How long a changed page of the block map may stay in the cache, 1 to 16380. */
  public int vdoBlockMapPeriod() {
    return config.integer("allocation/vdo_block_map_period", 16380);
  }

  /** Use the sparse index of VDO. */
  public int vdoUseSparseIndex() {
    return config.integer("allocation/vdo_use_sparse_index", 0);
  }

  /** Memory for the index of a VDO volume in MiB, 256 or more. */
  public int vdoIndexMemorySizeMb() {
    return config.integer("allocation/vdo_index_memory_size_mb", 256);
  }

  /** Step by which a VDO pool grows, in MiB: a power of two, 128 to 32768. */
  public int vdoSlabSizeMb() {
    return config.integer("allocation/vdo_slab_size_mb", 2048);
  }

  /** Threads that acknowledge requests of a VDO volume, 0 to 100. */
  public int vdoAckThreads() {
    return config.integer("allocation/vdo_ack_threads", 1);
  }

  /** Threads that submit I/O of a VDO volume, 1 to 100. */
  public int vdoBioThreads() {
    return config.integer("allocation/vdo_bio_threads", 4);
  }

  /** Requests that one such thread takes before the next has its turn, 1 to 1024. */
  public int vdoBioRotation() {
    return config.integer("allocation/vdo_bio_rotation", 64);
  }

  /** Threads that hash and compress, 1 to 100. */
  public int vdoCpuThreads() {
    return config.integer("allocation/vdo_cpu_threads", 2);
  }

  /** Threads among which work is divided by hash, 0 to 100. */
  public int vdoHashZoneThreads() {
    return config.integer("allocation/vdo_hash_zone_threads", 1);
  }

  /** Threads among which work is divided by logical address, 0 to 60. */
  public int vdoLogicalThreads() {
    return config.integer("allocation/vdo_logical_threads", 1);
  }

  /** Threads among which work is divided by physical address, 0 to 16. */
  public int vdoPhysicalThreads() {
    return config.integer("allocation/vdo_physical_threads", 1);
  }

  /** Largest discard that a VDO volume takes, in blocks of 4096 bytes. */
  public int vdoMaxDiscard() {
    return config.integer("allocation/vdo_max_discard", 1);
  }

  /** Unused space at both ends of a VDO pool in KiB. */
  public int vdoPoolHeaderSize() {
    return config.integer("allocation/vdo_pool_header_size", 512);
  }
}
