package org.jlvm.cli.table;

import java.util.List;

/** The list of all commands. Each text is loaded only when its command is asked for. */
final class CommandTexts {
  static final List<String> NAMES =
      List.of(
          "config",
          "devtypes",
          "dumpconfig",
          "formats",
          "fullreport",
          "help",
          "lastlog",
          "lvchange",
          "lvconvert",
          "lvcreate",
          "lvdisplay",
          "lvextend",
          "lvmchange",
          "lvmconfig",
          "lvmdevices",
          "lvmdiskscan",
          "lvmsadc",
          "lvmsar",
          "lvpoll",
          "lvreduce",
          "lvremove",
          "lvrename",
          "lvresize",
          "lvs",
          "lvscan",
          "pvchange",
          "pvck",
          "pvcreate",
          "pvdata",
          "pvdisplay",
          "pvmove",
          "pvremove",
          "pvresize",
          "pvs",
          "pvscan",
          "segtypes",
          "systemid",
          "tags",
          "version",
          "vgcfgbackup",
          "vgcfgrestore",
          "vgchange",
          "vgck",
          "vgconvert",
          "vgcreate",
          "vgdisplay",
          "vgexport",
          "vgextend",
          "vgimport",
          "vgimportclone",
          "vgimportdevices",
          "vgmerge",
          "vgmknodes",
          "vgreduce",
          "vgremove",
          "vgrename",
          "vgs",
          "vgscan",
          "vgsplit");

  private CommandTexts() {}

  /** The forms of a command; empty if there is no such command. */
  static String text(String command) {
    return switch (command) {
      case "config" -> ToolForms.config();
      case "devtypes" -> ToolForms.devtypes();
      case "dumpconfig" -> ToolForms.dumpconfig();
      case "formats" -> ToolForms.formats();
      case "fullreport" -> ToolForms.fullreport();
      case "help" -> ToolForms.help();
      case "lastlog" -> ToolForms.lastlog();
      case "lvchange" -> LvChangeForms.lvchange();
      case "lvconvert" -> LvConvertForms.lvconvert();
      case "lvcreate" -> LvCreateForms.lvcreate();
      case "lvdisplay" -> LvForms.lvdisplay();
      case "lvextend" -> LvForms.lvextend();
      case "lvmchange" -> ToolForms.lvmchange();
      case "lvmconfig" -> ToolForms.lvmconfig();
      case "lvmdevices" -> ToolForms.lvmdevices();
      case "lvmdiskscan" -> ToolForms.lvmdiskscan();
      case "lvmsadc" -> ToolForms.lvmsadc();
      case "lvmsar" -> ToolForms.lvmsar();
      case "lvpoll" -> LvForms.lvpoll();
      case "lvreduce" -> LvForms.lvreduce();
      case "lvremove" -> LvForms.lvremove();
      case "lvrename" -> LvForms.lvrename();
      case "lvresize" -> LvForms.lvresize();
      case "lvs" -> LvForms.lvs();
      case "lvscan" -> LvForms.lvscan();
      case "pvchange" -> PvForms.pvchange();
      case "pvck" -> PvForms.pvck();
      case "pvcreate" -> PvForms.pvcreate();
      case "pvdata" -> PvForms.pvdata();
      case "pvdisplay" -> PvForms.pvdisplay();
      case "pvmove" -> PvForms.pvmove();
      case "pvremove" -> PvForms.pvremove();
      case "pvresize" -> PvForms.pvresize();
      case "pvs" -> PvForms.pvs();
      case "pvscan" -> PvForms.pvscan();
      case "segtypes" -> ToolForms.segtypes();
      case "systemid" -> ToolForms.systemid();
      case "tags" -> ToolForms.tags();
      case "version" -> ToolForms.version();
      case "vgcfgbackup" -> VgForms.vgcfgbackup();
      case "vgcfgrestore" -> VgForms.vgcfgrestore();
      case "vgchange" -> VgForms.vgchange();
      case "vgck" -> VgForms.vgck();
      case "vgconvert" -> VgForms.vgconvert();
      case "vgcreate" -> VgForms.vgcreate();
      case "vgdisplay" -> VgForms.vgdisplay();
      case "vgexport" -> VgForms.vgexport();
      case "vgextend" -> VgForms.vgextend();
      case "vgimport" -> VgForms.vgimport();
      case "vgimportclone" -> VgForms.vgimportclone();
      case "vgimportdevices" -> VgForms.vgimportdevices();
      case "vgmerge" -> VgForms.vgmerge();
      case "vgmknodes" -> VgForms.vgmknodes();
      case "vgreduce" -> VgForms.vgreduce();
      case "vgremove" -> VgForms.vgremove();
      case "vgrename" -> VgForms.vgrename();
      case "vgs" -> VgForms.vgs();
      case "vgscan" -> VgForms.vgscan();
      case "vgsplit" -> VgForms.vgsplit();
      default -> "";
    };
  }
}
