package org.jlvm.cli.table;

/** The forms of the commands that work on physical volumes. Syntax: {@link CommandTable}. */
final class PvForms {
  private PvForms() {}

  static String pvchange() {
    return """
        command pvchange
          about Change properties of physical volumes
        form pvchange_properties_all
          need all
          any @pvchange-meta
          may @pvchange
          drop ignoreskippedcluster
          says Change properties of all PVs.
        form pvchange_properties_some
          any @pvchange-meta
          args PV|Select...
          may select @pvchange
          drop ignoreskippedcluster
          says Change properties of the PVs named.
        """;
  }

  static String pvck() {
    return """
        command pvck
          about Check and repair the metadata on physical volumes
          traits lockd-vg-sh allow-exported
        form pvck_general
          args PV...
          may labelsector
          says Check whether a device has sound metadata.
        form pvck_dump
          need dump
          args PV
          may settings file pvmetadatacopies labelsector
          says Show the headers or the metadata on a device.
        form pvck_repair_type
          need repairtype
          args PV
          may settings file labelsector
          says Repair one kind of header, or the metadata, on a device.
        form pvck_repair
          need repair file
          args PV
          may settings labelsector
          says Repair the headers and the metadata on a device from a file.
        """;
  }

  static String pvcreate() {
    return """
        command pvcreate
          about Prepare devices to be physical volumes
          traits enable-all-devs
        form pvcreate_general
          args PV...
          may dataalignment dataalignmentoffset bootloaderareasize force labelsector
          may metadatatype pvmetadatacopies metadatasize metadataignore norestorefile
          may setphysicalvolumesize reportformat restorefile uuidstr zero
          rule norestorefile refuses restorefile
          rule bootloaderareasize refuses restorefile
        """;
  }

  static String pvdata() {
    return """
        command pvdata
          about Show the metadata on physical volumes
        form pvdata_general
        """;
  }

  static String pvdisplay() {
    return """
        command pvdisplay
          about Describe physical volumes
          traits permitted-read-only enable-all-devs enable-duplicate-devs lockd-vg-sh
          traits can-use-one-scan allow-hints allow-exported check-devs-used device-id-not-found
        form pvdisplay_general
          may @reporting maps segments short
          more PV|Tag...
          drop partial ignoreskippedcluster
        form pvdisplay_columns
          need columns
          may @report segments
          more PV|Tag...
          drop partial ignoreskippedcluster
          rule noheadings refuses headings
          says Show a table, as pvs does.
        form pvdisplay_colon
          need colon
          may @reporting segments
          more PV|Tag...
          drop partial ignoreskippedcluster
          says Show lines of fields with colons between them.
        """;
  }

  static String pvmove() {
    return """
        command pvmove
          about Move extents from one physical volume to others
          traits all-vgs-is-default disallow-tag-args
        form pvmove_one
          args PV
          may abort alloc atomic autobackup background interval name:LV noudevsync reportformat
          more PV...
          says Move extents away from a PV.
        form pvmove_any
          may abort background interval
          says Carry on with moves that were interrupted, or abort moves.
        """;
  }

  static String pvremove() {
    return """
        command pvremove
          about Remove the label that makes a device a physical volume
          traits enable-all-devs
        form pvremove_general
          args PV...
          may force reportformat
        """;
  }

  static String pvresize() {
    return """
        command pvresize
          about Adjust physical volumes to the size of their devices
        form pvresize_general
          args PV...
          may setphysicalvolumesize reportformat autobackup
        """;
  }

  static String pvs() {
    return """
        command pvs
          about Show physical volumes in a table
          traits permitted-read-only all-vgs-is-default enable-all-devs enable-duplicate-devs
          traits lockd-vg-sh can-use-one-scan allow-hints allow-exported check-devs-used
          traits device-id-not-found
        form pvs_general
          may segments allpvs @report
          more PV|Tag...
          drop partial ignoreskippedcluster trustcache
          rule noheadings refuses headings
        """;
  }

  static String pvscan() {
    return """
        command pvscan
          about List the physical volumes of all volume groups
          traits permitted-read-only lockd-vg-sh allow-exported check-devs-used
          traits device-id-not-found
        form pvscan_display
          may ignorelockingfailure reportformat exported novolumegroup short uuid allpvs
          says List PVs.
        form pvscan_cache
          need cache/long
          may ignorelockingfailure reportformat major minor noudevsync
          more String|PV...
          drop background
          says Note that a PV has come or gone.
        form pvscan_cache
          need cache/long activate=ay
          may ignorelockingfailure reportformat major minor noudevsync autoactivation
          more String|PV...
          drop background
          says Note that a PV has come, and activate its VG if it is complete.
        form pvscan_cache
          need cache/long listvg
          args PV
          may ignorelockingfailure checkcomplete vgonline udevoutput autoactivation
          says Note that a PV has come, and show its VG.
        form pvscan_cache
          need cache/long listlvs
          args PV
          may ignorelockingfailure checkcomplete vgonline
          says Note that a PV has come, and list the LVs that use it.
        form pvscan_cache
          need listlvs
          args PV
          says List the LVs that use a PV.
        form pvscan_cache
          need listvg
          args PV
          says Show the VG of a PV.
        """;
  }
}
