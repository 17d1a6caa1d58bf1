package org.jlvm.cli.table;

/** The forms of the commands that create logical volumes. Syntax: {@link CommandTable}. */
final class LvCreateForms {
  private LvCreateForms() {}

  static String lvcreate() {
    return """
        command lvcreate
          about Create a logical volume
          traits allow-hints alternative-extents
        form lvcreate_error_vol secondary
          need type=error size
          args VG
          may @lvcreate
          says Create an LV on which every read and write fails.
        form lvcreate_zero_vol secondary
          need type=zero size
          args VG
          may @lvcreate
          says Create an LV that reads as zeros.
        form lvcreate_linear secondary
          need type=linear size
          args VG
          may @lvcreate
          more PV...
          drop mirrors=0 stripes=1
          says Create a linear LV.
        form lvcreate_linear type=linear
          need size
          args VG
          may @lvcreate
          more PV...
          drop mirrors=0 stripes=1
          says Create a linear LV.
        form lvcreate_striped secondary
          need type=striped size
          args VG
          may stripes stripesize @lvcreate
          more PV...
          says Create a striped LV (also: --stripes).
        form lvcreate_striped type=striped
          need stripes size
          args VG
          may stripesize @lvcreate
          more PV...
          says Create a striped LV.
        form lvcreate_mirror secondary
          need type=mirror size
          args VG
          may stripes stripesize mirrors:PNumber mirrorlog regionsize @lvcreate
          more PV...
          says Create a mirror LV of the old type (raid1 is the newer one).
        form lvcreate_mirror_or_raid1 type=raid1|mirror
          need mirrors:PNumber size
          args VG
          may stripesize mirrorlog @lvcreate-raid @lvcreate
          more PV...
          drop stripes=1
          says Create a raid1 or mirror LV, whichever the setting
          says global/mirror_segtype_default names.
        form lvcreate_raid_any
          need type=raid size
          args VG
          may mirrors:PNumber stripes stripesize @lvcreate-raid @lvcreate
          more PV...
          says Create a raid LV; the level is part of the type, e.g. raid1.
        form lvcreate_raid_any type=raid10
          need mirrors:PNumber stripes size
          args VG
          may stripesize @lvcreate-raid @lvcreate
          more PV...
          says Create a raid10 LV.
        form lvcreate_cow_snapshot secondary
          need type=snapshot size
          args LV
          may snapshot stripes stripesize chunksize @lvcreate
          more PV...
          says Create a snapshot of an LV (also: --snapshot).
        form lvcreate_cow_snapshot type=snapshot
          need snapshot size
          args LV
          may stripes stripesize chunksize @lvcreate
          more PV...
          says Create a snapshot of an LV.
        form lvcreate_cow_snapshot_with_virtual_origin secondary
          need type=snapshot size virtualsize
          args VG
          may snapshot chunksize @lvcreate
          more PV...
          says Create an LV that is larger than the space it takes, as a snapshot
          says of an origin full of zeros (also: --snapshot).
        form lvcreate_thinpool
          need type=thin-pool size
          args VG
          may thinpool:LV_new stripes stripesize thin @lvcreate-thinpool @lvcreate
          more PV...
          drop mirrors=0
          says Create a thin pool.
        form lvcreate_thinpool secondary type=thin-pool
          need thin size
          args VG
          may stripes stripesize @lvcreate-thinpool @lvcreate
          more PV...
          drop mirrors=0
          says Create a thin pool.
        form lvcreate_thinpool secondary type=thin-pool
          need size thinpool:LV_new
          args VG
          may stripes stripesize thin @lvcreate-thinpool @lvcreate
          more PV...
          drop mirrors=0
          says Create a thin pool, named by --thinpool.
        form lvcreate_cachepool
          need type=cache-pool size
          args VG
          may stripes stripesize cache @lvcreate-cache @lvcreate-pool @lvcreate
          more PV...
          says Create a cache pool.
        form lvcreate_cachepool secondary
          need type=cache-pool size cachepool:LV_new
          args VG
          may stripes stripesize cache @lvcreate-cache @lvcreate-pool @lvcreate
          more PV...
          says Create a cache pool, named by --cachepool instead of --name.
        form lvcreate_thin_vol secondary
          need type=thin virtualsize thinpool:LV_thinpool
          args VG
          may thin @lvcreate
          drop mirrors=0
          says Create a thin LV in a thin pool.
        form lvcreate_thin_vol secondary
          need type=thin virtualsize
          args LV_thinpool
          may thin @lvcreate
          drop mirrors=0
          says Create a thin LV in the thin pool named (also: --thinpool).
        form lvcreate_thin_vol type=thin
          need virtualsize thinpool:LV_thinpool
          args VG
          may thin @lvcreate
          drop mirrors=0
          says Create a thin LV in a thin pool.
        form lvcreate_thin_vol secondary type=thin
          need virtualsize
          args LV_thinpool
          may thin @lvcreate
          drop mirrors=0
          says Create a thin LV in the thin pool named (also: --thinpool).
        form lvcreate_thin_snapshot secondary
          need type=thin
          args LV_thin
          may thin snapshot @lvcreate
          drop mirrors=0
          says Create a thin snapshot of a thin LV.
        form lvcreate_thin_snapshot secondary type=thin
          need thin
          args LV_thin
          may snapshot @lvcreate
          drop mirrors=0
          says Create a thin snapshot of a thin LV.
        form lvcreate_thin_snapshot type=thin
          need snapshot
          args LV_thin
          may @lvcreate
          drop mirrors=0
          says Create a thin snapshot of a thin LV.
        form lvcreate_thin_snapshot_of_external
          need type=thin thinpool:LV_thinpool
          args LV
          may thin @lvcreate
          drop mirrors=0
          says Create a thin snapshot of an LV outside the thin pool.
        form lvcreate_thin_snapshot_of_external secondary type=thin
          need snapshot thinpool:LV_thinpool
          args LV
          may @lvcreate
          drop mirrors=0
          says Create a thin snapshot of an LV outside the thin pool.
        form lvcreate_vdo_vol
          need type=vdo size
          args VG
          may stripes stripesize vdo virtualsize vdopool:LV_new @lvcreate-vdo @lvcreate
          more PV...
          drop mirrors=0
          says Create a VDO LV, with its pool.
        form lvcreate_vdo_vol secondary type=vdo
          need vdo size
          args VG
          may stripes stripesize virtualsize vdopool:LV_new @lvcreate-vdo @lvcreate
          more PV...
          drop mirrors=0
          says Create a VDO LV, with its pool.
        form lvcreate_vdo_vol secondary type=vdo
          need vdopool:LV_new size
          args VG
          may stripes stripesize virtualsize @lvcreate-vdo @lvcreate
          more PV...
          drop mirrors=0
          says Create a VDO LV, with its pool.
        form lvcreate_thin_vol_and_thinpool secondary
          need type=thin virtualsize size thinpool:LV_new
          args VG
          may stripes stripesize thin @lvcreate-thinpool @lvcreate
          more PV...
          drop mirrors=0
          says Create a thin pool, named by --thinpool, and a thin LV in it.
        form lvcreate_thin_vol_and_thinpool secondary type=thin
          need virtualsize size thinpool:LV_new
          args VG
          may stripes stripesize thin @lvcreate-thinpool @lvcreate
          more PV...
          drop mirrors=0
          says Create a thin pool, named by --thinpool, and a thin LV in it.
        form lvcreate_thin_vol_and_thinpool secondary
          need type=thin virtualsize size
          args VG|LV_new
          may stripes stripesize thin @lvcreate-thinpool @lvcreate
          more PV...
          drop mirrors=0
          says Create a thin pool and a thin LV in it. The pool has the name given
          says first, or a free one if that is a VG.
        form lvcreate_thin_vol_and_thinpool secondary type=thin
          need thin virtualsize size
          args VG|LV_new
          may stripes stripesize @lvcreate-thinpool @lvcreate
          more PV...
          drop mirrors=0
          says Create a thin pool and a thin LV in it. The pool has the name given
          says first, or a free one if that is a VG.
        form lvcreate_thin_vol_with_thinpool_or_sparse_snapshot secondary type=thin|snapshot
          need size virtualsize
          args VG
          may stripes stripesize snapshot thin @lvcreate-thinpool @lvcreate
          more PV...
          drop mirrors=0
          says Create a thin pool and a thin LV in it, or a snapshot of an origin
          says full of zeros, whichever global/sparse_segtype_default names.
        form lvcreate_and_attach_cachepool
          need type=cache size cachepool:LV_cachepool
          args VG
          may stripes stripesize cache @lvcreate-cache @lvcreate-pool @lvcreate
          more PV...
          says Create an LV with a cache pool as its cache.
        form lvcreate_and_attach_cachepool_v2 secondary type=cache
          need size cachepool:LV_cachepool
          args VG
          may stripes stripesize cache @lvcreate-cache @lvcreate
          more PV...
          says Create an LV with a cache pool as its cache.
        form lvcreate_and_attach_cachepool_v3 secondary
          need type=cache size
          args LV_cachepool
          may stripes stripesize cache @lvcreate-cache @lvcreate-pool @lvcreate
          more PV...
          says Create an LV with the cache pool named as its cache
          says (also: --cachepool).
        form lvcreate_new_plus_old_cachepool_or_lvconvert_old_plus_new_cachepool secondary type=cache
          need cache size
          args LV
          may @lvcreate-cache @lvcreate-pool @lvcreate stripes stripesize
          more PV...
          says Name a cache pool to create an LV that it is the cache of
          says (also: --type cache --cachepool). Name another LV to create
          says a cache pool for it (also: lvconvert).
        form lvcreate_and_attach_cachevol_for_cache
          need type=cache size cachevol
          args VG
          may stripes stripesize @lvcreate-cache @lvcreate
          more PV...
          says Create an LV with another LV as its cache.
        form lvcreate_and_attach_cachedevice_for_cache
          need type=cache size cachedevice
          args VG
          may stripes stripesize cachesize @lvcreate-cache @lvcreate
          more PV...
          says Create an LV with a PV as its cache.
        form lvcreate_and_attach_cachevol_for_writecache
          need type=writecache size cachevol
          args VG
          may @lvcreate cachesettings stripes stripesize
          more PV...
          says Create an LV with another LV as its writecache.
        form lvcreate_and_attach_cachedevice_for_writecache
          need type=writecache size cachedevice
          args VG
          may @lvcreate cachesize cachesettings stripes stripesize
          more PV...
          says Create an LV with a PV as its writecache.
        """;
  }
}
