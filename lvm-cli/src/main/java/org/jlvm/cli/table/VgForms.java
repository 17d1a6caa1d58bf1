package org.jlvm.cli.table;

/** The forms of the commands that work on volume groups. Syntax: {@link CommandTable}. */
final class VgForms {
  private VgForms() {}

  static String vgcfgbackup() {
    return """
        command vgcfgbackup
          about Save the metadata of volume groups to files
          traits permitted-read-only all-vgs-is-default lockd-vg-sh allow-exported
        form vgcfgbackup_general
          may file foreign ignorelockingfailure readonly reportformat
          more VG...
          drop partial
        """;
  }

  static String vgcfgrestore() {
    return """
        command vgcfgrestore
          about Restore the metadata of a volume group from a file
          traits allow-exported
        form vgcfgrestore_by_vg
          args VG
          may @vgcfgrestore
          says Restore the metadata of a VG from the latest backup.
        form vgcfgrestore_by_file
          need file
          args VG
          may @vgcfgrestore
          says Restore the metadata of a VG from a file.
        form vgcfgrestore_list_by_vg
          need list
          args VG
          may @vgcfgrestore
          says List the backups of a VG.
        form vgcfgrestore_list_by_file
          need list file
          may @vgcfgrestore
          more VG
          says Describe one file with a backup.
        """;
  }

  static String vgchange() {
    return """
        command vgchange
          about Change properties of volume groups, activate or deactivate them
          traits permitted-read-only all-vgs-is-default allow-hints
        form vgchange_properties
          any @vgchange-meta
          may poll @vgchange
          more VG|Tag|Select...
          drop ignoreskippedcluster
          says Change properties of VGs. At least one of the options in parentheses
          says must be given.
        form vgchange_monitor
          need monitor
          may sysinit ignorelockingfailure poll @vgchange
          more VG|Tag|Select...
          drop ignoreskippedcluster
          says Begin or end the monitoring of LVs by dmeventd.
        form vgchange_poll
          need poll
          may ignorelockingfailure @vgchange
          more VG|Tag|Select...
          drop ignoreskippedcluster
          says Begin or end the following of conversions that are under way.
        form vgchange_activate
          need activate
          may activationmode ignoreactivationskip partial sysinit readonly ignorelockingfailure
          may monitor poll autoactivation persist @vgchange
          more VG|Tag|Select...
          drop ignoreskippedcluster
          says Activate the LVs of VGs, or deactivate them.
        form vgchange_refresh
          need refresh
          may sysinit ignorelockingfailure poll @vgchange
          more VG|Tag|Select...
          drop ignoreskippedcluster
          says Load the current metadata of active LVs into the kernel again.
        form vgchange_systemid
          need systemid
          args VG|Tag|Select
          may select majoritypvs persist removekey
          says Change the system ID of a VG.
        form vgchange_setpersist
          need setpersist
          args VG|Tag|Select
          may select persist=start
          says Change how a VG uses persistent reservations.
        form vgchange_persist
          need persist
          args VG|Tag|Select
          may select removekey majoritypvs force
          says Take, give up or look at persistent reservations of devices.
        form vgchange_setlockargs
          need setlockargs
          args VG|Tag|Select
          may select
          says Change how the lock manager treats a VG.
        form vgchange_lockstart
          need lockstart
          may select persist=start
          more VG|Tag|Select...
          says Start the lockspace of a shared VG.
        form vgchange_lockstop
          need lockstop
          may select persist=stop
          more VG|Tag|Select...
          says Stop the lockspace of a shared VG.
        form vgchange_locktype
          need locktype
          args VG
          may setlockargs
          says Change the lock manager of a VG.
        """;
  }

  static String vgck() {
    return """
        command vgck
          about Check the metadata of volume groups
          traits all-vgs-is-default lockd-vg-sh
        form vgck_general
          may reportformat
          more VG|Tag...
          says Check the metadata of VGs.
        form vgck_update_metadata
          need updatemetadata
          args VG
          says Write the metadata of a VG anew, to mend what is wrong with it.
        """;
  }

  static String vgconvert() {
    return """
        command vgconvert
          about Convert the metadata format of volume groups
        form vgconvert_general
          args VG...
          may force labelsector bootloaderareasize metadatatype pvmetadatacopies metadatasize
          may reportformat
        """;
  }

  static String vgcreate() {
    return """
        command vgcreate
          about Create a volume group
          traits must-use-all-args enable-all-devs
        form vgcreate_general
          args VG_new PV...
          may addtag alloc autobackup clustered maxlogicalvolumes maxphysicalvolumes
          may metadataprofile metadatatype physicalextentsize force zero labelsector
          may metadatasize pvmetadatacopies vgmetadatacopies reportformat dataalignment
          may dataalignmentoffset shared systemid locktype setautoactivation setpersist
          may persist=start setlockargs
        """;
  }

  static String vgdisplay() {
    return """
        command vgdisplay
          about Describe volume groups
          traits permitted-read-only all-vgs-is-default lockd-vg-sh can-use-one-scan allow-hints
          traits allow-exported check-devs-used device-id-not-found
        form vgdisplay_general
          may @reporting short activevolumegroups
          more VG|Tag...
          drop partial ignoreskippedcluster
        form vgdisplay_columns
          need columns
          may @report
          more VG|Tag...
          drop partial ignoreskippedcluster
          rule noheadings refuses headings
          says Show a table, as vgs does.
        form vgdisplay_colon
          need colon
          may @reporting activevolumegroups
          more VG|Tag...
          drop partial ignoreskippedcluster
          says Show lines of fields with colons between them.
        """;
  }

  static String vgexport() {
    return """
        command vgexport
          about Make volume groups unknown to this host, so they can move
          traits all-vgs-is-default
        form vgexport_some
          args VG|Tag|Select...
          may select persist=stop @vgexport
          says Export the VGs named.
        form vgexport_all
          need all
          may @vgexport
          says Export all VGs.
        """;
  }

  static String vgextend() {
    return """
        command vgextend
          about Add physical volumes to a volume group
          traits must-use-all-args enable-all-devs
        form vgextend_general
          args VG PV...
          may autobackup force zero labelsector metadatatype metadatasize pvmetadatacopies
          may metadataignore dataalignment dataalignmentoffset reportformat restoremissing
        """;
  }

  static String vgimport() {
    return """
        command vgimport
          about Make exported volume groups known to this host
          traits all-vgs-is-default allow-exported
        form vgimport_some
          args VG|Tag|Select...
          may select persist=start @vgimport
          says Import the VGs named.
        form vgimport_all
          need all
          may @vgimport
          says Import all VGs.
        """;
  }

  static String vgimportclone() {
    return """
        command vgimportclone
          about Make a volume group of copied physical volumes distinct
          traits allow-exported
        form vgimportclone_general
          args PV...
          may basevgname:VG import importdevices
        """;
  }

  static String vgimportdevices() {
    return """
        command vgimportdevices
          about Add the devices of volume groups to the devices file
          traits all-vgs-is-default allow-exported
        form vgimportdevices_some
          args VG|Tag|Select...
          may select foreign reportformat
          says Add the devices of the VGs named to the devices file.
        form vgimportdevices_all
          need all
          may foreign reportformat
          says Add the devices of all VGs to the devices file.
        form vgimportdevices_root
          need rootvg
          may auto reportformat
          says Add the devices of the VG that the system runs from.
        """;
  }

  static String vgmerge() {
    return """
        command vgmerge
          about Merge one volume group into another
        form vgmerge_general
          args VG VG
          may autobackup list poolmetadataspare
        """;
  }

  static String vgmknodes() {
    return """
        command vgmknodes
          about Create the device nodes and links of active logical volumes
          traits all-vgs-is-default
        form vgmknodes_general
          may ignorelockingfailure refresh reportformat
          more VG|LV|Tag...
        """;
  }

  static String vgreduce() {
    return """
        command vgreduce
          about Remove physical volumes from a volume group
        form vgreduce_by_pv
          args VG PV...
          may @vgreduce
          says Remove PVs from a VG.
        form vgreduce_all
          need all
          args VG
          may @vgreduce
          says Remove all PVs that nothing is on.
        form vgreduce_missing
          need removemissing
          args VG
          may mirrorsonly @vgreduce
          says Remove all PVs that are missing.
        """;
  }

  static String vgremove() {
    return """
        command vgremove
          about Remove volume groups
          traits all-vgs-is-default
        form vgremove_general
          args VG|Tag|Select...
          may force noudevsync reportformat select
        """;
  }

  static String vgrename() {
    return """
        command vgrename
          about Rename a volume group
          traits allow-uuid-as-name allow-exported
        form vgrename_by_name
          args VG VG_new
          may autobackup force reportformat
          says Rename a VG.
        form vgrename_by_uuid
          args String VG_new
          may autobackup force reportformat
          says Rename a VG that is known by its UUID only.
        """;
  }

  static String vgs() {
    return """
        command vgs
          about Show volume groups in a table
          traits permitted-read-only all-vgs-is-default lockd-vg-sh can-use-one-scan allow-hints
          traits allow-exported check-devs-used device-id-not-found
        form vgs_general
          may @report
          more VG|Tag...
          drop partial ignoreskippedcluster trustcache
          rule noheadings refuses headings
        """;
  }

  static String vgscan() {
    return """
        command vgscan
          about List all volume groups
          traits permitted-read-only all-vgs-is-default lockd-vg-sh allow-exported
          traits check-devs-used device-id-not-found
        form vgscan_general
          may ignorelockingfailure mknodes notifydbus refresh reportformat
          drop partial cache/long
        """;
  }

  static String vgsplit() {
    return """
        command vgsplit
          about Move physical volumes into another volume group
        form vgsplit_by_pv
          args VG VG PV...
          may @vgsplit @vgsplit-new
          says Move the PVs named into another VG.
        form vgsplit_by_lv
          need name:LV
          args VG VG
          may @vgsplit @vgsplit-new
          says Move the PVs under an LV into another VG.
        """;
  }
}
