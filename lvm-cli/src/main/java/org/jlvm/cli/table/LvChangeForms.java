package org.jlvm.cli.table;

/** The forms of the commands that change a logical volume. Syntax: {@link CommandTable}. */
final class LvChangeForms {
  private LvChangeForms() {}

  static String lvchange() {
    return """
        command lvchange
          about Change properties of logical volumes, activate or deactivate them
          traits permitted-read-only allow-hints
        form lvchange_properties
          any @lvchange-meta
          args VG|LV|Tag|Select...
          may activate poll monitor @lvchange
          drop ignoreskippedcluster
          rule * refuses is:pvmove is:mirror_log is:mirror_image
          rule * needs is:vg_writable
          rule contiguous refuses alloc
          rule profile refuses detachprofile
          rule metadataprofile refuses detachprofile
          rule minrecoveryrate maxrecoveryrate needs lv:raid
          rule writebehind writemostly needs lv:raid1
          rule cachemode cachepolicy cachesettings needs lv:cache lv:cachepool lv:writecache
          rule errorwhenfull discards zero needs lv:thinpool
          rule permission refuses is:external_origin is:raid_metadata is:raid_image lv:thinpool
          rule alloc contiguous metadataprofile persistent profile readahead refuses is:thick_origin
          rule alloc discards zero cachemode cachepolicy cachesettings refuses is:partial
          says Change properties of LVs. At least one of the options in parentheses
          says must be given.
        form lvchange_resync
          need resync
          args VG|LV_raid_mirror|Tag|Select...
          may activate @lvchange
          drop ignoreskippedcluster
          rule * refuses is:pvmove is:locked is:raid_with_integrity
          rule * refuses lv:raid0
          says Copy all data of a mirror or raid LV anew, as if it had never been in sync.
        form lvchange_syncaction
          need syncaction
          args VG|LV_raid|Tag|Select...
          may @lvchange
          drop ignoreskippedcluster
          rule * refuses lv:raid0
          says Compare the copies in a raid LV, or mend what differs.
        form lvchange_rebuild
          need rebuild
          args VG|LV_raid|Tag|Select...
          may @lvchange
          drop ignoreskippedcluster
          rule * refuses lv:raid0
          says Rewrite the data of a raid LV on certain PVs.
        form lvchange_activate
          need activate
          args VG|LV|Tag|Select...
          may activationmode partial poll monitor ignoreactivationskip ignorelockingfailure
          may sysinit readonly @lvchange
          drop ignoreskippedcluster
          says Activate LVs, or deactivate them.
        form lvchange_refresh
          need refresh
          args VG|LV|Tag|Select...
          may activationmode partial poll monitor @lvchange
          drop ignoreskippedcluster
          says Load the current metadata of active LVs into the kernel again.
        form lvchange_monitor
          need monitor
          args VG|LV|Tag|Select...
          may @lvchange
          drop ignoreskippedcluster
          rule * refuses is:pvmove
          says Begin or end the monitoring of LVs by dmeventd.
        form lvchange_poll
          need poll
          args VG|LV|Tag|Select...
          may monitor @lvchange
          drop ignoreskippedcluster
          says Begin or end the following of conversions that are under way.
        form lvchange_persistent
          need persistent=y minor
          args LV
          may major activate poll monitor @lvchange
          drop ignoreskippedcluster
          rule * refuses lv:thinpool lv:cachepool lv:vdopool
          says Give an LV the same minor device number every time.
        """;
  }
}
