package org.jlvm.cli;

import java.util.Optional;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.convert.LvConvertVerb;
import org.jlvm.cli.convert.LvPollVerb;
import org.jlvm.cli.event.PvScanVerb;
import org.jlvm.cli.lv.LvChangeVerb;
import org.jlvm.cli.lv.LvCreateVerb;
import org.jlvm.cli.lv.LvRemoveVerb;
import org.jlvm.cli.lv.LvRenameVerb;
import org.jlvm.cli.lv.LvResizeVerb;
import org.jlvm.cli.move.PvMoveVerb;
import org.jlvm.cli.pv.DiskScanVerb;
import org.jlvm.cli.pv.LvmDevicesVerb;
import org.jlvm.cli.pv.PvChangeVerb;
import org.jlvm.cli.pv.PvCreateVerb;
import org.jlvm.cli.pv.PvRemoveVerb;
import org.jlvm.cli.pv.PvResizeVerb;
import org.jlvm.cli.pv.PvckVerb;
import org.jlvm.cli.report.DevtypesVerb;
import org.jlvm.cli.report.FullReportVerb;
import org.jlvm.cli.report.LvDisplayVerb;
import org.jlvm.cli.report.PvDisplayVerb;
import org.jlvm.cli.report.ReportVerb;
import org.jlvm.cli.report.VgDisplayVerb;
import org.jlvm.cli.report.VgScanVerb;
import org.jlvm.cli.verb.FormatsVerb;
import org.jlvm.cli.verb.HelpVerb;
import org.jlvm.cli.verb.LastLogVerb;
import org.jlvm.cli.verb.LvmconfigVerb;
import org.jlvm.cli.verb.RemovedVerb;
import org.jlvm.cli.verb.SegtypesVerb;
import org.jlvm.cli.verb.SystemidVerb;
import org.jlvm.cli.verb.TagsVerb;
import org.jlvm.cli.verb.VersionVerb;
import org.jlvm.cli.vg.VgCfgBackupVerb;
import org.jlvm.cli.vg.VgCfgRestoreVerb;
import org.jlvm.cli.vg.VgChangeVerb;
import org.jlvm.cli.vg.VgCkVerb;
import org.jlvm.cli.vg.VgCreateVerb;
import org.jlvm.cli.vg.VgExportVerb;
import org.jlvm.cli.vg.VgExtendVerb;
import org.jlvm.cli.vg.VgImportCloneVerb;
import org.jlvm.cli.vg.VgImportDevicesVerb;
import org.jlvm.cli.vg.VgMergeVerb;
import org.jlvm.cli.vg.VgMkNodesVerb;
import org.jlvm.cli.vg.VgReduceVerb;
import org.jlvm.cli.vg.VgRemoveVerb;
import org.jlvm.cli.vg.VgRenameVerb;
import org.jlvm.cli.vg.VgSplitVerb;

/** The list of verbs. A class is loaded only when its command is run. */
final class VerbRegistry {
  private VerbRegistry() {}

  /** The verb of a command; empty for a command of lvm2 that is not there yet. */
  static Optional<Verb> find(String command) {
    return switch (command) {
      case "config", "dumpconfig", "lvmconfig" -> Optional.of(new LvmconfigVerb());
      case "devtypes" -> Optional.of(new DevtypesVerb());
      case "formats" -> Optional.of(new FormatsVerb());
      case "fullreport" -> Optional.of(new FullReportVerb());
      case "help" -> Optional.of(new HelpVerb());
      case "lvmchange", "lvmsadc", "lvmsar", "pvdata", "vgconvert" ->
          Optional.of(new RemovedVerb());
      case "pvcreate" -> Optional.of(new PvCreateVerb());
      case "lvchange" -> Optional.of(new LvChangeVerb());
      case "lvconvert" -> Optional.of(new LvConvertVerb());
      case "lvcreate" -> Optional.of(new LvCreateVerb());
      case "lastlog" -> Optional.of(new LastLogVerb());
      case "lvdisplay" -> Optional.of(LvDisplayVerb.lvdisplay());
      case "lvs" -> Optional.of(ReportVerb.lvs());
      case "lvscan" -> Optional.of(LvDisplayVerb.lvscan());
      case "pvdisplay" -> Optional.of(new PvDisplayVerb());
      case "pvscan" -> Optional.of(new PvScanVerb());
      case "vgdisplay" -> Optional.of(new VgDisplayVerb());
      case "vgscan" -> Optional.of(new VgScanVerb());
      case "pvs" -> Optional.of(ReportVerb.pvs());
      case "vgs" -> Optional.of(ReportVerb.vgs());
      case "lvextend", "lvreduce", "lvresize" -> Optional.of(new LvResizeVerb());
      case "lvpoll" -> Optional.of(new LvPollVerb());
      case "lvremove" -> Optional.of(new LvRemoveVerb());
      case "lvrename" -> Optional.of(new LvRenameVerb());
      case "segtypes" -> Optional.of(new SegtypesVerb());
      case "systemid" -> Optional.of(new SystemidVerb());
      case "tags" -> Optional.of(new TagsVerb());
      case "version" -> Optional.of(new VersionVerb());
      case "vgcfgbackup" -> Optional.of(new VgCfgBackupVerb());
      case "vgcfgrestore" -> Optional.of(new VgCfgRestoreVerb());
      case "vgrename" -> Optional.of(new VgRenameVerb());
      case "vgchange" -> Optional.of(new VgChangeVerb());
      case "vgck" -> Optional.of(new VgCkVerb());
      case "vgexport" -> Optional.of(VgExportVerb.vgexport());
      case "vgimport" -> Optional.of(VgExportVerb.vgimport());
      case "vgmknodes" -> Optional.of(new VgMkNodesVerb());
      case "vgimportclone" -> Optional.of(new VgImportCloneVerb());
      case "vgmerge" -> Optional.of(new VgMergeVerb());
      case "vgsplit" -> Optional.of(new VgSplitVerb());
      case "vgcreate" -> Optional.of(new VgCreateVerb());
      case "vgextend" -> Optional.of(new VgExtendVerb());
      case "vgreduce" -> Optional.of(new VgReduceVerb());
      case "vgremove" -> Optional.of(new VgRemoveVerb());
      case "pvmove" -> Optional.of(new PvMoveVerb());
      case "pvremove" -> Optional.of(new PvRemoveVerb());
      case "pvchange" -> Optional.of(new PvChangeVerb());
      case "pvresize" -> Optional.of(new PvResizeVerb());
      case "pvck" -> Optional.of(new PvckVerb());
      case "lvmdiskscan" -> Optional.of(new DiskScanVerb());
      case "lvmdevices" -> Optional.of(new LvmDevicesVerb());
      case "vgimportdevices" -> Optional.of(new VgImportDevicesVerb());
      default -> Optional.empty();
    };
  }
}
