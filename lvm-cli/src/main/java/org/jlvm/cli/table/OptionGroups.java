package org.jlvm.cli.table;

/** Sets of options that several forms share, named {@code @name} in them. */
final class OptionGroups {
  private OptionGroups() {}

  /** The tokens of one group, itself possibly with groups. */
  static String tokens(String name) {
    return switch (name) {
      case "all" ->
          """
          commandprofile config debug driverloaded help nolocking lockopt longhelp profile quiet
          verbose version yes test devicesfile devices nohints journal images
          """;
      case "reporting" ->
          """
          foreign ignorelockingfailure readonly reportformat shared units
          """;
      case "report" ->
          """
          @reporting all aligned binary configreport logonly headings nameprefixes noheadings
          nosuffix options rows select separator sort unbuffered unquoted
          """;
      case "config" ->
          """
          atversion configtype file ignoreadvanced ignoreunsupported ignorelocal list
          mergedconfig metadataprofile sinceversion showdeprecated showunsupported validate
          valuesonly withsummary withcomments withgeneralpreamble withlocalpreamble withspaces
          unconfigured withversions
          """;
      case "lvchange" ->
          """
          autobackup force ignoremonitoring noudevsync reportformat select
          """;
      case "lvchange-meta" ->
          """
          addtag deltag alloc contiguous compression deduplication detachprofile metadataprofile
          permission readahead setactivationskip setautoactivation errorwhenfull discards zero
          cachemode cachepolicy cachesettings minrecoveryrate maxrecoveryrate vdosettings
          integritysettings writebehind writemostly persistent=n
          """;
      case "lvconvert-pool" ->
          """
          chunksize poolmetadata poolmetadatasize poolmetadataspare metadataprofile readahead
          wipesignatures zero
          """;
      case "lvconvert-cache" ->
          """
          cachemetadataformat cachemode cachepolicy cachesettings zero
          """;
      case "lvconvert-vdo" ->
          """
          compression deduplication vdosettings
          """;
      case "lvconvert-vdo-pool" ->
          """
          @lvconvert-vdo metadataprofile readahead wipesignatures zero
          """;
      case "lvconvert-thinpool" ->
          """
          discards errorwhenfull pooldatavdo @lvconvert-vdo @lvconvert-pool
          """;
      case "lvconvert" ->
          """
          alloc background force noudevsync
          """;
      case "lvcreate" ->
          """
          addtag alloc autobackup activate contiguous ignoreactivationskip ignoremonitoring major
          metadataprofile minor monitor name nosync noudevsync permission persistent readahead
          reportformat setactivationskip wipesignatures zero setautoactivation
          """;
      case "lvcreate-cache" ->
          """
          cachemode cachepolicy cachesettings chunksize cachemetadataformat
          """;
      case "lvcreate-pool" ->
          """
          poolmetadatasize poolmetadataspare chunksize
          """;
      case "lvcreate-vdo" ->
          """
          compression deduplication vdosettings
          """;
      case "lvcreate-thinpool" ->
          """
          discards errorwhenfull pooldatavdo @lvcreate-vdo @lvcreate-pool
          """;
      case "lvcreate-raid" ->
          """
          regionsize minrecoveryrate maxrecoveryrate raidintegrity raidintegritymode
          raidintegrityblocksize integritysettings
          """;
      case "pvchange" ->
          """
          autobackup force reportformat
          """;
      case "pvchange-meta" ->
          """
          allocatable addtag deltag uuid metadataignore
          """;
      case "vgcfgrestore" ->
          """
          force/long metadatatype
          """;
      case "vgchange" ->
          """
          autobackup ignoremonitoring noudevsync reportformat select force
          """;
      case "vgchange-meta" ->
          """
          addtag deltag logicalvolume maxphysicalvolumes alloc uuid pvmetadatacopies
          vgmetadatacopies physicalextentsize resizeable detachprofile metadataprofile
          setautoactivation
          """;
      case "vgexport" ->
          """
          reportformat
          """;
      case "vgimport" ->
          """
          force reportformat
          """;
      case "vgreduce" ->
          """
          autobackup force reportformat
          """;
      case "vgsplit" ->
          """
          autobackup poolmetadataspare
          """;
      case "vgsplit-new" ->
          """
          alloc maxlogicalvolumes maxphysicalvolumes metadatatype vgmetadatacopies
          """;
      default -> throw new IllegalStateException("no such option group: " + name);
    };
  }
}
