package org.jlvm.cli.table;

/**
 * The forms of the commands that change what kind of logical volume one is. Syntax: {@link
 * CommandTable}.
 */
final class LvConvertForms {
  private LvConvertForms() {}

  static String lvconvert() {
    return """
        command lvconvert
          about Change the layout of a logical volume
          traits get-vgname-from-options
        form lvconvert_raid_types
          need type=linear
          args LV
          may @lvconvert
          more PV...
          rule * refuses is:locked is:pvmove
          says Make an LV linear.
        form lvconvert_raid_types
          need type=striped
          args LV
          may stripes/long stripesize regionsize interval @lvconvert
          more PV...
          rule * refuses is:locked is:pvmove
          says Make an LV striped.
        form lvconvert_raid_types
          need type=mirror
          args LV
          may mirrors:SNumber stripes/long stripesize regionsize interval mirrorlog @lvconvert
          more PV...
          rule * refuses is:locked is:pvmove
          says Make an LV a mirror of the old type (raid1 is the newer one).
        form lvconvert_raid_types
          need type=raid
          args LV
          may mirrors:SNumber stripes/long stripesize regionsize interval @lvconvert
          more PV...
          rule * refuses is:locked is:pvmove
          rule is:raid_with_integrity refuses stripes stripesize regionsize interval
          says Make an LV a raid LV, or change its raid level or layout.
          says The level is part of the type, e.g. raid1.
        form lvconvert_raid_types
          need mirrors:SNumber
          args LV
          may regionsize interval mirrorlog @lvconvert
          more PV...
          rule * refuses is:locked is:pvmove
          says Make an LV a raid1 or mirror, or change how many copies it has.
        form lvconvert_raid_types
          need stripes/long
          args LV_raid
          may @lvconvert interval regionsize stripesize
          more PV...
          rule * refuses is:locked is:pvmove is:raid_with_integrity
          rule * refuses lv:raid0 lv:raid1
          says Change the number of stripes of a raid LV.
        form lvconvert_raid_types
          need stripesize
          args LV_raid
          may @lvconvert interval regionsize
          rule * refuses is:locked is:pvmove is:raid_with_integrity
          rule * refuses lv:raid0 lv:raid1
          says Change the stripe size of a raid LV.
        form lvconvert_change_region_size secondary
          need regionsize
          args LV_raid
          may @lvconvert
          rule * refuses is:locked is:pvmove is:raid_with_integrity
          rule * refuses lv:raid0
          says Change the region size of a raid LV.
        form lvconvert_split_mirror_images
          need splitmirrors name:LV_new
          args LV_raid1_mirror_cache
          may @lvconvert
          more PV...
          rule * refuses is:locked is:pvmove is:raid_with_integrity
          says Take copies out of a raid1 or mirror LV and make an LV of them.
        form lvconvert_split_mirror_images
          need splitmirrors trackchanges
          args LV_raid1_cache
          may @lvconvert
          more PV...
          rule * refuses is:locked is:pvmove is:raid_with_integrity
          says Take a copy out of a raid1 LV and note what changes meanwhile,
          says so that it can be put back quickly.
        form lvconvert_merge_mirror_images
          need mergemirrors
          args VG|LV_linear_raid|Tag...
          may @lvconvert
          rule * refuses is:locked is:pvmove is:merging_origin is:virtual_origin is:external_origin is:merging_cow is:raid_with_integrity
          says Put copies that were taken out of a raid1 LV back.
        form lvconvert_change_mirrorlog secondary
          need mirrorlog
          args LV_mirror
          may @lvconvert
          more PV...
          rule * refuses is:locked is:pvmove
          says Change where the log of a mirror LV is kept.
        form lvconvert_to_thin_with_external
          need type=thin thinpool
          args LV_linear_striped_raid_cache_thin_error_zero
          may thin originname:LV_new @lvconvert-pool @lvconvert
          more PV...
          rule * needs is:visible
          rule * refuses is:locked is:raid_with_integrity
          rule poolmetadata refuses readahead stripesize stripes
          says Move an LV into a thin pool as the read-only origin of a thin LV.
        form lvconvert_to_thin_with_external secondary type=thin
          need thin thinpool
          args LV_linear_striped_raid_cache_thin_error_zero
          may originname:LV_new @lvconvert-pool @lvconvert
          more PV...
          rule * needs is:visible
          rule * refuses is:locked is:raid_with_integrity
          rule poolmetadata refuses readahead stripesize stripes
          says Move an LV into a thin pool as the read-only origin of a thin LV.
        form lvconvert_to_thin_with_data
          need type=thin
          args LV_linear_striped_raid_cache_writecache_vdo_error_zero
          may thin @lvconvert-pool @lvconvert
          more PV...
          rule * needs is:visible
          rule * refuses is:locked is:origin is:merging_origin is:external_origin is:raid_with_integrity
          rule poolmetadata refuses readahead stripesize stripes
          says Make an LV the data of a new thin pool, and a thin LV on it that
          says has the same content.
        form lvconvert_to_thin_with_data secondary type=thin
          need thin
          args LV_linear_striped_raid_cache_writecache_vdo_error_zero
          may @lvconvert-pool @lvconvert
          more PV...
          rule * needs is:visible
          rule * refuses is:locked is:origin is:merging_origin is:external_origin is:raid_with_integrity
          rule poolmetadata refuses readahead stripesize stripes
          says Make an LV the data of a new thin pool, and a thin LV on it that
          says has the same content.
        form lvconvert_to_cache_with_cachepool
          need type=cache cachepool
          args LV_linear_striped_raid_thinpool_thinpooldata_vdo_vdopool_vdopooldata_thin_error_zero
          may cache @lvconvert-cache @lvconvert-pool @lvconvert
          more PV...
          rule * refuses is:locked is:merging_origin is:merging_cow is:cow
          rule poolmetadata refuses readahead stripesize stripes
          says Use a cache pool as the cache of an LV.
        form lvconvert_to_cache_with_cachepool secondary type=cache
          need cache cachepool
          args LV_linear_striped_raid_thinpool_vdo_vdopool_vdopooldata_thin_error_zero
          may @lvconvert-cache @lvconvert-pool @lvconvert
          more PV...
          rule * refuses is:locked is:merging_origin is:merging_cow is:cow
          rule poolmetadata refuses readahead stripesize stripes
          says Use a cache pool as the cache of an LV.
        form lvconvert_to_writecache
          need type=writecache cachevol
          args LV_linear_striped_raid_thinpool
          may @lvconvert cachesettings
          rule * needs is:visible
          says Use another LV as the writecache of an LV.
        form lvconvert_to_cache_with_cachevol
          need type=cache cachevol
          args LV_linear_striped_raid_thinpool
          may cache @lvconvert-cache @lvconvert poolmetadatasize chunksize
          rule * needs is:visible
          says Use another LV as the cache of an LV.
        form lvconvert_to_cache_with_cachevol secondary
          need cache cachevol
          args LV_linear_striped_raid_thinpool
          may @lvconvert-cache @lvconvert poolmetadatasize chunksize
          rule * needs is:visible
          says Use another LV as the cache of an LV.
        form lvconvert_to_writecache_with_device
          need type=writecache cachedevice
          args LV_linear_striped_raid_thinpool
          may @lvconvert cachesize cachesettings
          rule * needs is:visible
          says Use a PV as the writecache of an LV.
        form lvconvert_to_cache_with_device
          need type=cache cachedevice
          args LV_linear_striped_raid_thinpool
          may @lvconvert cachesize cachesettings chunksize
          rule * needs is:visible
          says Use a PV as the cache of an LV.
        form lvconvert_to_thinpool
          need type=thin-pool
          args LV_linear_striped_raid_cache_writecache_vdo_error_zero
          may stripes/long stripesize @lvconvert-thinpool @lvconvert
          more PV...
          rule * needs is:visible
          rule * refuses is:locked is:origin is:merging_origin is:external_origin is:raid_with_integrity
          rule poolmetadata refuses readahead stripesize stripes
          says Make an LV a thin pool. What is on the LV is lost.
        form lvconvert_to_thinpool_or_swap_metadata previous type=thin-pool
          need thinpool:LV_linear_striped_raid_cache_writecache_vdo_error_zero_thinpool
          may stripes/long stripesize @lvconvert-thinpool @lvconvert
          more PV...
          rule * needs is:visible
          rule * refuses is:raid_with_integrity
          rule poolmetadata refuses readahead stripesize stripes
          says Make an LV a thin pool (now: --type thin-pool), or exchange the
          says metadata of a thin pool (now: --swapmetadata).
        form lvconvert_to_cachepool
          need type=cache-pool
          args LV_linear_striped_raid_error_zero
          may @lvconvert-cache @lvconvert-pool @lvconvert
          more PV...
          rule poolmetadata refuses readahead stripesize stripes
          rule * refuses is:raid_with_integrity
          says Make an LV a cache pool. What is on the LV is lost.
        form lvconvert_to_cachepool_or_swap_metadata previous
          need cachepool:LV_linear_striped_raid_cachepool_error_zero
          may type=cache-pool @lvconvert-cache @lvconvert-pool @lvconvert
          more PV...
          rule * needs is:visible
          rule * refuses is:raid_with_integrity
          rule poolmetadata refuses readahead stripesize stripes
          says Make an LV a cache pool (now: --type cache-pool; what is on it is lost),
          says or exchange the metadata of a cache pool (now: --swapmetadata).
        form lvconvert_to_vdopool
          need type=vdo-pool
          args LV_linear_striped_raid_cache
          may name:LV_new virtualsize @lvconvert-vdo-pool @lvconvert
          rule * needs is:visible is:writable
          rule * refuses is:locked is:origin is:merging_origin is:external_origin is:virtual is:raid_with_integrity
          says Make an LV a VDO pool. What is on the LV is lost.
        form lvconvert_to_vdopool_param secondary type=vdo-pool
          need vdopool:LV_linear_striped_raid_cache
          may name:LV_new virtualsize @lvconvert-vdo-pool @lvconvert
          rule * needs is:visible is:writable
          rule * refuses is:locked is:origin is:merging_origin is:external_origin is:virtual is:raid_with_integrity
          says Make an LV a VDO pool (also: --type vdo-pool). What is on it is lost.
        form lvconvert_split_and_keep_cache
          need splitcache
          args LV_cachepool_cache_thinpool_vdopool_writecache
          may @lvconvert cachesettings
          says Take the cache from an LV, and keep it.
        form lvconvert_split_and_remove_cache secondary
          need uncache
          args LV_cache_thinpool_vdopool_writecache
          may @lvconvert cachesettings
          says Take the cache from an LV, and remove it.
        form lvconvert_swap_pool_metadata secondary
          need swapmetadata poolmetadata
          args LV_thinpool_cachepool
          may chunksize @lvconvert
          says Exchange the metadata of a thin or cache pool, to repair it.
        form lvconvert_merge secondary
          need merge
          args VG|LV_linear_striped_raid_thin_snapshot|Tag...
          may background interval @lvconvert
          rule * refuses is:locked is:pvmove is:merging_origin is:virtual_origin is:external_origin is:merging_cow
          says Merge a copy into the mirror it was taken from (also: --mergemirrors),
          says a thin snapshot into its origin (also: --mergethin), or a
          says snapshot into its origin (also: --mergesnapshot).
        form lvconvert_merge_thin
          need mergethin
          args LV_thin...
          may @lvconvert
          rule * refuses is:locked is:pvmove is:merging_origin is:virtual_origin is:external_origin is:merging_cow
          rule * needs is:visible
          says Merge a thin snapshot into its origin.
        form lvconvert_merge_snapshot
          need mergesnapshot
          args LV_snapshot...
          may background interval @lvconvert
          rule * refuses is:locked is:pvmove is:merging_origin is:virtual_origin is:external_origin is:merging_cow
          rule * needs is:visible
          says Merge a snapshot into its origin.
        form lvconvert_split_cow_snapshot secondary
          need splitsnapshot
          args LV_snapshot
          may @lvconvert
          rule * refuses is:locked is:pvmove is:origin is:external_origin is:merging_cow
          says Separate a snapshot from its origin.
        form lvconvert_combine_split_snapshot
          need type=snapshot
          args LV LV_linear_striped
          may snapshot chunksize zero @lvconvert
          rule * refuses is:locked is:pvmove
          rule * needs is:visible
          says Put a separated snapshot (named second) and its origin (named first)
          says together again.
        form lvconvert_combine_split_snapshot secondary type=snapshot
          need snapshot
          args LV LV_linear_striped
          may chunksize zero @lvconvert
          rule * refuses is:locked is:pvmove
          rule * needs is:visible
          says Put a separated snapshot (named second) and its origin (named first)
          says together again.
        form lvconvert_repair
          need repair
          args LV_cache_cachepool_mirror_raid_thinpool
          may usepolicies interval setactivationskip poolmetadataspare @lvconvert
          more PV...
          rule * refuses is:locked is:pvmove
          rule poolmetadataspare needs lv:cache lv:cachepool lv:thinpool
          rule setactivationskip needs lv:cache lv:cachepool lv:thinpool
          says Replace failed PVs of a raid or mirror LV,
          says or repair the metadata of a thin or cache pool.
        form lvconvert_replace_pv
          need replace
          args LV_raid
          may @lvconvert
          more PV...
          rule * refuses is:locked is:pvmove
          says Replace PVs of a raid LV by others.
        form lvconvert_start_poll
          need startpoll
          args LV_mirror_raid
          may @lvconvert
          rule * needs is:converting
          says Carry on with a conversion that is under way.
        form lvconvert_plain secondary
          args LV_mirror_raid
          may @lvconvert
          says Carry on with a conversion that is under way (also: --startpoll),
          says or wait until the copies are in sync.
        form lvconvert_integrity
          need raidintegrity
          args LV_raid
          may raidintegritymode raidintegrityblocksize integritysettings @lvconvert
          more PV...
          says Add checksums to the copies of a raid LV, or remove them.
        """;
  }
}
