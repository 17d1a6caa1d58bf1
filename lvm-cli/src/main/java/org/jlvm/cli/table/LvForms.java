package org.jlvm.cli.table;

/**
 * The forms of the commands that show, resize, rename and remove logical volumes. Syntax: {@link
 * CommandTable}.
 */
final class LvForms {
  private LvForms() {}

  static String lvdisplay() {
    return """
        command lvdisplay
          about Describe logical volumes
          traits permitted-read-only all-vgs-is-default lockd-vg-sh can-use-one-scan allow-hints
          traits check-devs-used device-id-not-found
        form lvdisplay_general
          may @reporting all history segments maps
          more VG|LV|Tag...
          drop partial ignoreskippedcluster
        form lvdisplay_columns
          need columns
          may @report history segments
          more VG|LV|Tag...
          drop partial ignoreskippedcluster
          rule noheadings refuses headings
          says Show a table, as lvs does.
        form lvdisplay_colon
          need colon
          may @reporting all history segments
          more VG|LV|Tag...
          drop partial ignoreskippedcluster
          says Show lines of fields with colons between them.
        """;
  }

  static String lvextend() {
    return """
        command lvextend
          about Make a logical volume larger
          traits allow-hints alternative-extents
        form lvextend_size
          need size:PSizeMB
          args LV
          may alloc autobackup force mirrors nofsck nosync noudevsync reportformat resizefs
          may stripes stripesize poolmetadatasize:PSizeMB type fs fsmode
          more PV...
          says Make an LV larger, to a size or by a size.
        form lvextend_pv
          args LV PV...
          may alloc autobackup force mirrors nofsck nosync noudevsync reportformat resizefs
          may stripes stripesize type fs fsmode
          says Make an LV larger by what is free on certain PVs.
        form lvextend_pool_metadata
          need poolmetadatasize:PSizeMB
          args LV_thinpool_linear
          may alloc autobackup force mirrors nofsck nosync noudevsync reportformat stripes
          may stripesize type
          more PV...
          says Make the metadata of a thin pool larger.
        form lvextend_policy
          need usepolicies
          args LV_snapshot_thinpool_vdopool
          may alloc autobackup force mirrors nofsck nosync noudevsync reportformat resizefs type
          may fs fsmode
          more PV...
          says Make an LV larger if its policy says so.
        """;
  }

  static String lvpoll() {
    return """
        command lvpoll
          about Carry on with an operation that runs in the background
        form lvpoll_general
          need polloperation
          args LV...
          may abort autobackup handlemissingpvs interval
        """;
  }

  static String lvreduce() {
    return """
        command lvreduce
          about Make a logical volume smaller
          traits allow-hints alternative-extents
        form lvreduce_size
          need size:NSizeMB
          args LV
          may autobackup force nofsck noudevsync reportformat resizefs fs fsmode
        """;
  }

  static String lvremove() {
    return """
        command lvremove
          about Remove logical volumes
          traits all-vgs-is-default allow-hints
        form lvremove_general
          args VG|LV|Tag|Select...
          may autobackup force nohistory noudevsync reportformat select
        """;
  }

  static String lvrename() {
    return """
        command lvrename
          about Rename a logical volume
          traits allow-hints
        form lvrename_vg_lv_lv
          args VG LV LV_new
          may autobackup noudevsync reportformat
        form lvrename_lv_lv
          args LV LV_new
          may autobackup noudevsync reportformat
        """;
  }

  static String lvresize() {
    return """
        command lvresize
          about Make a logical volume larger or smaller
          traits allow-hints alternative-extents
        form lvresize_size
          need size:SSizeMB
          args LV
          may alloc autobackup force nofsck nosync noudevsync reportformat resizefs stripes
          may stripesize poolmetadatasize:PSizeMB type fs fsmode
          more PV...
          says Resize an LV, to a size or by a size.
        form lvresize_pv
          args LV PV...
          may alloc autobackup force nofsck nosync noudevsync reportformat resizefs stripes
          may stripesize type fs fsmode
          says Make an LV larger by what is free on certain PVs.
        form lvresize_pool_metadata
          need poolmetadatasize:PSizeMB
          args LV_thinpool
          may alloc autobackup force nofsck nosync noudevsync reportformat stripes stripesize
          may type
          more PV...
          says Make the metadata of a thin pool larger.
        """;
  }

  static String lvs() {
    return """
        command lvs
          about Show logical volumes in a table
          traits permitted-read-only all-vgs-is-default lockd-vg-sh can-use-one-scan allow-hints
          traits check-devs-used device-id-not-found
        form lvs_general
          may history segments @report
          more VG|LV|Tag...
          drop partial ignoreskippedcluster trustcache
          rule noheadings refuses headings
        """;
  }

  static String lvscan() {
    return """
        command lvscan
          about List the logical volumes of all volume groups
          traits permitted-read-only all-vgs-is-default lockd-vg-sh check-devs-used
          traits device-id-not-found
        form lvscan_general
          may all ignorelockingfailure readonly reportformat
          drop partial cache/long blockdevice
        """;
  }
}
