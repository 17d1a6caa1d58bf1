package org.jlvm.system;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.cli.table.CommandTable;
import org.jlvm.cli.table.Form;
import org.jlvm.cli.table.Operand;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.table.OptionUse;
import org.jlvm.cli.table.ValueType;

/**
 * Scenarios made of the command tables, so that no form and no option is left out: each form, and
 * each option with what its form needs besides, on the same few disks every time. {@code
 * -Djlvm.everyForm=true} tries each option in all of its forms.
 */
final class OptionScenarios {
  /** What has own texts, scenarios of its own, or depends on how lvm2 was built. */
  private static final Set<Opt> LEFT_OUT =
      Set.of(
          Opt.IMAGES,
          Opt.HELP,
          Opt.LONGHELP,
          Opt.VERSION,
          Opt.DEBUG,
          Opt.TEST,
          Opt.NOTIFYDBUS,
          Opt.VDOSETTINGS,
          Opt.INTEGRITYSETTINGS,
          Opt.WITHCOMMENTS,
          Opt.WITHSUMMARY,
          Opt.WITHGENERALPREAMBLE,
          Opt.WITHLOCALPREAMBLE);

  /** Commands with which the options that all have are tried; they do the same everywhere. */
  private static final Set<String> WITH_COMMON_OPTIONS =
      Set.of("lvchange", "lvs", "pvcreate", "vgcfgbackup", "vgchange", "vgscan");

  /** Commands of which no form changes anything. */
  private static final Set<String> READING =
      Set.of(
          "config",
          "devtypes",
          "dumpconfig",
          "formats",
          "fullreport",
          "lvdisplay",
          "lvmconfig",
          "lvmdiskscan",
          "lvs",
          "lvscan",
          "pvdisplay",
          "pvs",
          "segtypes",
          "systemid",
          "tags",
          "vgdisplay",
          "vgs");

  /**
   * Without options of their own, other names of a command, in need of the kernel, or sorted by
   * ids, which are other ones each time.
   */
  private static final Set<String> WITHOUT_SCENARIO =
      Set.of(
          "config", "dumpconfig", "fullreport", "help", "lvconvert", "lvpoll", "pvmove", "version");

  /** Parts of the names of forms about what jlvm only keeps: pools, caches, shared groups. */
  private static final List<String> NOT_MADE =
      List.of("thin", "cache", "vdo", "pool", "integrity", "setlockargs");

  private static final List<String> DISKS = List.of("sda", "sdb", "sdc", "sdd", "sde", "sdf");

  private final CommandTable table;
  private final Set<String> lines = new LinkedHashSet<>();
  private final Set<Opt> tried = EnumSet.noneOf(Opt.class);
  private final Set<Opt> given = EnumSet.noneOf(Opt.class);

  private OptionScenarios(CommandTable table) {
    this.table = table;
  }

  /** A scenario for each command, {@code options-lvcreate} and so on. */
  static List<Scenario> all() {
    List<Scenario> scenarios = new ArrayList<>();
    for (String command : CommandTable.names()) {
      if (!WITHOUT_SCENARIO.contains(command)) {
        OptionScenarios maker = new OptionScenarios(CommandTable.of(command).orElseThrow());
        scenarios.add(Scenario.parse("options-" + command, maker.lines()));
      }
    }
    return scenarios;
  }

  /** The row of a command in docs/compatibility.md: which options are tried, which are not. */
  static String tableRow(String command) {
    CommandTable table = CommandTable.of(command).orElseThrow();
    OptionScenarios maker = new OptionScenarios(table);
    if (!WITHOUT_SCENARIO.contains(command)) {
      maker.lines();
    }
    StringBuilder tried = new StringBuilder();
    StringBuilder others = new StringBuilder();
    for (Opt option : table.allOptions()) {
      if (!isCommon(option)) {
        (maker.given.contains(option) ? tried : others).append(" --").append(option.longName());
      }
    }
    return "| " + command + " |" + tried + " |" + others + " |";
  }

  /** Every form, and each option in the first form that has it, or in all of them. */
  private List<String> lines() {
    for (Form form : table.forms()) {
      boolean aboutLvs = !table.name().startsWith("pv");
      if (aboutLvs && NOT_MADE.stream().anyMatch(form.id()::contains)) {
        continue;
      }
      add(form, Optional.empty());
      List<OptionUse> own = new ArrayList<>(form.anyOf());
      own.addAll(form.optional());
      own.addAll(form.ignored());
      for (OptionUse use : own) {
        if (everyForm() || (!isCommon(use.option()) && tried.add(use.option()))) {
          add(form, Optional.of(use));
        }
      }
    }
    for (OptionUse use : CommandTable.optionsOfAll()) {
      boolean wanted = WITH_COMMON_OPTIONS.contains(table.name()) || everyForm();
      if (wanted && tried.add(use.option())) {
        add(table.forms().get(0), Optional.of(use));
      }
    }
    List<String> all = new ArrayList<>(setUp());
    for (String line : lines) {
      all.add(line);
      if (!READING.contains(table.name())) {
        all.add(restoring());
      }
    }
    return all;
  }

  private static boolean everyForm() {
    return Boolean.getBoolean("jlvm.everyForm");
  }

  private static boolean isCommon(Opt option) {
    return Form.find(CommandTable.optionsOfAll(), option).isPresent();
  }

  private static List<String> setUp() {
    return List.of(
        "disks " + DISKS.size() + " 16M",
        "vgcreate -s 1m --addtag t1 vg /dev/sda /dev/sdb /dev/sdc",
        "lvcreate -an -Zn -l 4 -n lv0 vg",
        "lvcreate -an -Zn -l 4 -i 2 -n lv1 --addtag t1 vg",
        "pvcreate /dev/sdd",
        "vgcreate -s 1m vgb /dev/sde",
        "vgcfgbackup -f $T/text vg",
        "sh for d in "
            + String.join(" ", DISKS)
            + "; do dd if=/dev/$d of=$T/saved.$d bs=1M count=1 iflag=direct status=none; done;"
            + " cp -a $T/backup $T/saved.backup; rm $T/archive/*");
  }

  /** Only what is before the data of a disk is put back. */
  private static String restoring() {
    return "sh for d in "
        + String.join(" ", DISKS)
        + "; do dd if=$T/saved.$d of=/dev/$d bs=1M oflag=direct status=none; done;"
        + " rm -f $T/archive/* $T/backup/*; cp -a $T/saved.backup/. $T/backup";
  }

  private void add(Form form, Optional<OptionUse> extra) {
    if (extra.isPresent() && LEFT_OUT.contains(extra.get().option())) {
      return;
    }
    StringBuilder line = new StringBuilder(table.name());
    Set<Opt> onLine = EnumSet.noneOf(Opt.class);
    List<OptionUse> uses = new ArrayList<>(form.required());
    boolean hasOne = extra.isPresent() && Form.find(form.anyOf(), extra.get().option()).isPresent();
    if (!form.anyOf().isEmpty() && !hasOne) {
      uses.add(form.anyOf().get(0));
    }
    extra.ifPresent(uses::add);
    for (OptionUse use : uses) {
      if (onLine.add(use.option())) {
        line.append(" --").append(use.option().longName()).append(value(use));
      }
    }
    for (Operand operand : form.operands()) {
      line.append(' ').append(operand(operand));
    }
    lines.add(line.toString());
    given.addAll(onLine);
  }

  private String value(OptionUse use) {
    if (use.literal().isPresent()) {
      return " " + use.literal().get();
    }
    ValueType type =
        use.operand().isPresent()
            ? use.operand().get().types().get(0)
            : table.valueType(use.option());
    if (use.option() == Opt.DRIVERLOADED) {
      return " n";
    }
    boolean isNew = use.operand().isPresent() && use.operand().get().isNew();
    if (type == ValueType.NONE) {
      return "";
    }
    return " " + (type == ValueType.STRING ? text(use.option()) : value(type, isNew));
  }

  private String operand(Operand operand) {
    ValueType type = operand.types().get(0);
    return switch (type) {
      case TAG -> "@t1";
      case STRING -> "text";
      default -> value(type, operand.isNew());
    };
  }

  private String value(ValueType type, boolean isNew) {
    return switch (type) {
      case BOOL -> "y";
      case VG -> isNew ? "vgn" : "vg";
      case LV -> isNew ? "vg/new" : "vg/lv0";
      case PV -> pv();
      case TAG -> "t2";
      case SELECT -> "vg_name=vg";
      case SIZEKB, SSIZEKB -> "512k";
      case SIZEMB, PSIZEMB, SSIZEMB -> "5m";
      case NSIZEMB -> "2m";
      case REGIONSIZEMB -> "512k";
      case EXTENTS, SEXTENTS, PEXTENTS -> "5";
      case NEXTENTS -> "2";
      case ACTIVATION -> "n";
      case ACTIVATIONMODE -> "degraded";
      case CACHEMETADATAFORMAT -> "2";
      case CACHEMODE -> "writeback";
      case DISCARDS -> "ignore";
      case MIRRORLOG -> "core";
      case PERMISSION -> "r";
      case METADATATYPE -> "lvm2";
      case UNITS -> "k";
      case SEGTYPE -> "linear";
      case ALLOC -> "anywhere";
      case LOCKTYPE -> "none";
      case READAHEAD -> "256";
      case VGMETADATACOPIES -> "all";
      case POLLOPERATION -> "pvmove";
      case WRITEMOSTLY -> "/dev/sda:y";
      case SYNCACTION -> "check";
      case REPORTFORMAT -> "basic";
      case CONFIGREPORT -> "log";
      case CONFIGTYPE -> "current";
      case REPAIRTYPE -> "pv_header";
      case DUMPTYPE -> "headers";
      case HEADINGS -> "full";
      case NONE -> "";
      case STRING -> "text";
      case NUMBER, SNUMBER, PNUMBER, UINT32, PVMETADATACOPIES, METADATACOPIES -> "1";
    };
  }

  /** A disk that the command can do something with. */
  private String pv() {
    return switch (table.name()) {
      case "pvcreate", "vgcreate" -> "/dev/sdf";
      case "pvremove", "vgextend" -> "/dev/sdd";
      case "vgreduce" -> "/dev/sdc";
      default -> "/dev/sda";
    };
  }

  private String text(Opt option) {
    return switch (option) {
      case CONFIG -> "log/prefix=\">\"";
      case NAME -> "new";
      case OPTIONS -> table.name().startsWith("lv") ? "lv_name,lv_size" : "vg_name,vg_size";
      case SORT -> "-vg_name";
      case SEPARATOR -> ":";
      case FILE -> table.name().equals("vgcfgbackup") ? "$T/written" : "$T/text";
      case RESTOREFILE -> "$T/text";
      case TYPE -> "linear";
      case DEVICESFILE -> "\"\"";
      case SYSTEMID -> "host9";
      case VGONLINE -> "vg";
      default -> "text";
    };
  }
}
