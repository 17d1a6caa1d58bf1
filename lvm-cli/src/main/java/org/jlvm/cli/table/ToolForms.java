package org.jlvm.cli.table;

/**
 * The forms of the commands that show settings, capabilities and logs. Syntax: {@link
 * CommandTable}.
 */
final class ToolForms {
  private ToolForms() {}

  static String config() {
    return """
        command config
          about Show or check the configuration (see lvmconfig)
          traits permitted-read-only no-metadata-processing
        form lvmconfig_general
          may @config
          more String...
        """;
  }

  static String devtypes() {
    return """
        command devtypes
          about List the kinds of block device that are known
          traits permitted-read-only no-metadata-processing
        form devtypes_general
          may aligned binary nameprefixes noheadings nosuffix options reportformat rows select
          may separator sort unbuffered unquoted
        """;
  }

  static String dumpconfig() {
    return """
        command dumpconfig
          about Show or check the configuration (see lvmconfig)
          traits permitted-read-only no-metadata-processing
        form lvmconfig_general
          may @config
          more String...
        """;
  }

  static String formats() {
    return """
        command formats
          about List the metadata formats that are known
          traits permitted-read-only no-metadata-processing
        form formats_general
        """;
  }

  static String fullreport() {
    return """
        command fullreport
          about Show physical volumes, volume groups, logical volumes and segments
          traits permitted-read-only all-vgs-is-default lockd-vg-sh allow-hints allow-exported
          traits check-devs-used device-id-not-found
        form fullreport_general
          may @report
          more VG...
          drop partial ignoreskippedcluster trustcache
          rule noheadings refuses headings
        """;
  }

  static String help() {
    return """
        command help
          about Describe commands and their options
          traits permitted-read-only no-metadata-processing
        form help_general
          more String...
        """;
  }

  static String lastlog() {
    return """
        command lastlog
          about Show the log of the last command typed in the shell
          traits permitted-read-only no-metadata-processing
        form lastlog_general
          may reportformat select
        """;
  }

  static String lvmchange() {
    return """
        command lvmchange
          about Does nothing any more
        form lvmchange_general
        """;
  }

  static String lvmconfig() {
    return """
        command lvmconfig
          about Show or check the configuration
          traits permitted-read-only no-metadata-processing
        form lvmconfig_general
          may @config
          more String...
        """;
  }

  static String lvmdevices() {
    return """
        command lvmdevices
          about Show or change the list of devices that may be used
          traits device-id-not-found
        form lvmdevices_list
          says Show the devices file.
        form lvmdevices_check
          need check
          may refresh
          says Compare the devices file with the devices there are.
        form lvmdevices_update
          need update
          may delnotfound refresh force
          says Correct the devices file by the devices there are.
        form lvmdevices_edit
          need adddev
          may deviceidtype
          says Add a device to the devices file.
        form lvmdevices_edit
          need deldev:String|PV
          may deviceidtype
          says Remove a device from the devices file.
        form lvmdevices_edit
          need addpvid
          may deviceidtype
          says Add the device that has a PVID to the devices file.
        form lvmdevices_edit
          need delpvid
          says Remove the device that has a PVID from the devices file.
        form lvmdevices_edit
          need addid deviceidtype
          says Add the device that has a device id to the devices file.
        form lvmdevices_edit
          need delid deviceidtype
          says Remove the device that has a device id from the devices file.
        form lvmdevices_edit
          need listids
          may deviceidtype
          says Show all ids of a device.
        """;
  }

  static String lvmdiskscan() {
    return """
        command lvmdiskscan
          about List devices that could be physical volumes
          traits permitted-read-only enable-all-devs allow-exported check-devs-used
          traits device-id-not-found
        form lvmdiskscan_general
          may lvmpartition readonly
        """;
  }

  static String lvmsadc() {
    return """
        command lvmsadc
          about Collect statistics
        form lvmsadc_general
        """;
  }

  static String lvmsar() {
    return """
        command lvmsar
          about Report statistics
        form lvmsar_general
          may full stdin
        """;
  }

  static String segtypes() {
    return """
        command segtypes
          about List the types a logical volume can have
          traits permitted-read-only no-metadata-processing
        form segtypes_general
        """;
  }

  static String systemid() {
    return """
        command systemid
          about Show the system ID of this host
          traits permitted-read-only no-metadata-processing
        form systemid_general
        """;
  }

  static String tags() {
    return """
        command tags
          about List the tags that this host has
          traits permitted-read-only no-metadata-processing
        form tags_general
        """;
  }

  static String version() {
    return """
        command version
          about Show the versions of the program and of the kernel driver
          traits permitted-read-only no-metadata-processing
        form version_general
        """;
  }
}
