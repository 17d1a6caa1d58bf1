package org.jlvm.system;

import java.util.List;

/**
 * Makes up commands like {@link WideCommands}, with options that every command has, settings given
 * on the command line, copied and damaged disks, and reports of all kinds.
 */
final class FreeCommands extends RandomChoice {

  private static final List<String> SETTINGS =
      List.of(
          "allocation/maximise_cling=0",
          "allocation/cling_tag_list=[\"@t1\"]",
          "allocation/cling_tag_list=[\"@*\"]",
          "allocation/physical_extent_size=1024",
          "allocation/wipe_signatures_when_zeroing_new_lvs=0",
          "activation/auto_set_activation_skip=0",
          "activation/volume_list=[\"vg1\"]",
          "activation/auto_activation_volume_list=[]",
          "backup/backup=0",
          "backup/archive=0",
          "backup/retain_min=0 backup/retain_days=0",
          "devices/default_data_alignment=2",
          "devices/data_alignment=192",
          "devices/data_alignment_offset_detection=0",
          "devices/pv_min_size=100000",
          "devices/require_restorefile_with_uuid=0",
          "devices/filter=[\"a|.*sd[abc]$|\",\"r|.*|\"]",
          "devices/filter=[\"r|.*sda$|\"]",
          "devices/global_filter=[\"r|.*sdb$|\"]",
          "devices/ignore_suspended_devices=1",
          "global/units=\"b\"",
          "global/units=\"x\"",
          "global/suffix=0",
          "global/si_unit_consistency=0",
          "global/lvdisplay_shows_full_device_path=1",
          "global/metadata_read_only=1",
          "global/locking_type=4",
          "global/wait_for_locks=0",
          "global/system_id_source=\"lvmlocal\" local/system_id=\"a\"",
          "local/extra_system_ids=[\"a\"]",
          "global/test=1",
          "global/mirror_segtype_default=\"mirror\"",
          "global/nosuchsetting=1",
          "global/test=\"a\"",
          "log/prefix=\"> \"",
          "log/command_names=1",
          "log/silent=1",
          "log/verbose=1",
          "log/indent=0",
          "log/report_command_log=1",
          "log/report_command_log=1 log/command_log_selection=\"all\"",
          "metadata/pvmetadatacopies=2",
          "metadata/pvmetadatacopies=0",
          "metadata/vgmetadatacopies=1",
          "metadata/pvmetadatasize=4096",
          "metadata/record_lvs_history=1",
          "metadata/check_pv_device_sizes=0",
          "tags { hosttags=1 }",
          "tags { t1 { } } ",
          "global {",
          "a=b=c",
          "");

  private static final List<String> COMMON =
      List.of(
          "-A y",
          "-An",
          "--autobackup n",
          "--nolocking",
          "--readonly",
          "--nohints",
          "--journal command",
          "--lockopt auto",
          "--profile nosuch",
          "--commandprofile nosuch",
          "--metadataprofile nosuch",
          "--devices /dev/sda",
          "--devices /dev/sda,/dev/sdb",
          "--devicesfile nosuch",
          "--driverloaded n",
          "--reportformat json",
          "--reportformat basic",
          "--noudevsync",
          "--ignoremonitoring",
          "--ignorelockingfailure",
          "--ignoreskippedcluster",
          "--sysinit",
          "-P",
          "--force",
          "--yes --yes",
          "-qq",
          "-t");

  private final WideCommands wide;
  private final FreeReports reports;

  FreeCommands(long seed, int diskCount) {
    super(seed, diskCount);
    wide = new WideCommands(seed, diskCount);
    reports = new FreeReports(seed, diskCount);
  }

  /** The next step for disks that hold {@code state}. */
  String next(DiskState state) {
    int choice = random.nextInt(100);
    if (choice < 50) {
      return decorated(wide.next(state));
    }
    if (choice < 75) {
      return decorated(reports.next(vg(state), lv(state), disk()));
    }
    if (choice < 78) {
      return damage();
    }
    return decorated(rare(state));
  }

  /** With options that any command may have; some of them not this one. */
  private String decorated(String command) {
    if (command.startsWith("attach") || command.startsWith("detach")) {
      return command;
    }
    int answers = command.indexOf(" <<<");
    String words = answers < 0 ? command : command.substring(0, answers);
    words += maybe(" " + pick(COMMON), 8);
    words += maybe(" --config '" + pick(SETTINGS) + "'", 8);
    words = WideCommands.withoutHarm(words);
    return answers < 0 ? words : words + command.substring(answers);
  }

  /** Another disk's bytes, or a few wrong ones. */
  private String damage() {
    String to = disk();
    String dd = " conv=notrunc,fsync status=none";
    return switch (random.nextInt(5)) {
      case 0 -> "sh dd if=" + disk() + " of=" + to + " bs=1M" + dd;
      case 1 -> "sh dd if=/dev/zero of=" + to + " bs=512 count=1 seek=" + random.nextInt(9) + dd;
      case 2 -> "sh printf x | dd of=" + to + " bs=1 seek=" + (512 + random.nextInt(9000)) + dd;
      case 3 -> "sh dd if=/dev/zero of=" + to + " bs=1M count=" + (1 + random.nextInt(64)) + dd;
      default -> "sh printf x | dd of=" + to + " bs=1 seek=" + (4096 + random.nextInt(520)) + dd;
    };
  }

  private String rare(DiskState state) {
    String vg = vg(state);
    return switch (random.nextInt(29)) {
      case 0, 1 ->
          "vgimportclone"
              + maybe(" -n new" + random.nextInt(3), 2)
              + maybe(" -i", 3)
              + " "
              + disk()
              + maybe(" " + disk(), 2);
      case 2 -> "vgcfgbackup -f $T/saved" + random.nextInt(2) + " " + vg;
      case 3, 4 -> "vgcfgrestore -f $T/saved" + random.nextInt(2) + maybe(" --force", 3) + " " + vg;
      case 5 -> "vgcfgrestore " + maybe("-M2 ", 3) + maybe("-l ", 3) + vg;
      case 6 ->
          "pvcreate -ff -y --restorefile $T/backup/"
              + vg
              + " --uuid "
              + pick("abcdef-abcd-abcd-abcd-abcd-abcd-abcdef", "x")
              + " "
              + disk();
      case 7 ->
          "pvcreate -y -ff --uuid "
              + pick("abcdef-abcd-abcd-abcd-abcd-abcd-abcde1", "y")
              + maybe(" --norestorefile", 2)
              + " "
              + disk();
      case 8 ->
          "pvck --dump "
              + pick("headers", "metadata", "metadata_all", "metadata_search", "metadata_area")
              + maybe(" --pvmetadatacopies " + pick("0", "1", "2"), 6)
              + " "
              + disk();
      case 9 ->
          "pvck --repair"
              + pick("", "type pv_header", "type metadata", "type label_header")
              + maybe(" -f $T/backup/" + vg, 2)
              + maybe(" -y", 2)
              + " "
              + disk();
      case 10 -> "pvck -t -v " + disk();
      case 11 ->
          "vgreduce --removemissing" + maybe(" --force", 2) + maybe(" --mirrorsonly", 6) + " " + vg;
      case 12 -> "vgck --updatemetadata " + vg;
      case 13 ->
          "pvscan "
              + pick(
                  "--cache",
                  "--cache -aay",
                  "--cache --listvg " + disk(),
                  "--cache --listlvs " + disk(),
                  "-v",
                  "--cache " + disk(),
                  "--cache --checkcomplete " + disk(),
                  "-u -s",
                  "-e -n",
                  "--cache --major 7 --minor 0");
      case 14 ->
          pick(
              "lvmconfig",
              "lvmconfig --typeconfig default report/",
              "lvmconfig " + "--typeconfig diff",
              "lvmconfig --type current global/units",
              "dumpconfig --validate",
              "lvmconfig --typeconfig missing backup",
              "config --valuesonly backup/backup",
              "lvmconfig --list allocation",
              "lvmconfig --typeconfig full devices/use_devicesfile");
      case 15 ->
          pick(
              "segtypes",
              "formats",
              "devtypes -S 'name=sd'",
              "tags",
              "systemid",
              "vgmknodes",
              "lvmdiskscan",
              "vgscan --mknodes",
              "lvscan -a -v",
              "vgimportdevices " + vg,
              "lvmdevices",
              "lvmdevices --check",
              "pvdata",
              "lvmsar",
              "nosuchcommand",
              "lvpoll x/y",
              "vgconvert " + vg,
              "lvmchange",
              "help nosuch");
      case 16 -> "vgexport " + pick("-a", "-S vg_name=" + vg, "@t1", vg + " " + vg);
      case 17 -> "vgimport " + pick("-a", "-S vg_name=" + vg, "@t1", "-f " + vg);
      case 18 -> "vgsplit " + vg + " " + pick("new0", "vg0", "vg1", vg) + " " + disk();
      case 19 -> "vgmerge " + pick("-v ", "-l ", "-t ", "") + vg + " " + vg(state);
      case 20 ->
          "vgrename "
              + pick(vg, "nosuch", vg + " -t", "-v " + vg)
              + " "
              + pick("vg0", "vg1", "new1", vg);
      case 21 -> "pvscan --cache " + disk();
      case 22 ->
          "lvconvert " + pick("--merge ", "--splitsnapshot ", "--type snapshot ") + lv(state);
      case 23 ->
          "lvcreate "
              + maybe("-y ", 2)
              + "-s "
              + maybe("-n snap" + random.nextInt(3), 2)
              + pick(" -l 2 ", " -L 4m ", " -l 50%ORIGIN ", " ")
              + maybe("-c 8k ", 4)
              + lv(state);
      case 24 ->
          "vgchange "
              + pick(
                  "--persist start",
                  "--setpersist y",
                  "--poll n",
                  "--locktype none",
                  "--majoritypvs",
                  "--metadataprofile x",
                  "-c y",
                  "-c n",
                  "--poll y")
              + " "
              + vg;
      case 25 -> "vgremove -y " + maybe("-f ", 2) + "-S 'vg_name=" + vg + "'";
      case 26 ->
          "lvremove -y -S '"
              + pick(
                  "lv_size<8m", "lv_name=~^lv[0-3]", "lv_tags=t1", "vg_name=" + vg, "lv_attr=~^o")
              + "'"
              + maybe(" " + vg, 2);
      case 27 ->
          "lvchange "
              + pick("--addtag x", "--deltag t1", "-pr", "-ky")
              + " -S '"
              + pick("lv_size<8m", "seg_count>1", "lv_role=public", "devices=~sda")
              + "'";
      default ->
          "pvchange "
              + pick("--addtag x", "--deltag t1", "-xn", "-xy", "-u")
              + " -S '"
              + pick("pv_free>8m", "vg_name=" + vg, "pv_name=~sd[ab]", "pv_tags=t1")
              + "'"
              + maybe(" " + disk(), 3);
    };
  }

  private String vg(DiskState state) {
    List<String> known = state.volumeGroups();
    return known.isEmpty() || random.nextInt(8) == 0 ? name("vg", 4) : pick(known);
  }

  private String lv(DiskState state) {
    List<String> known = state.logicalVolumes();
    return known.isEmpty() || random.nextInt(10) == 0 ? "vg0/" + name("lv", 6) : pick(known);
  }
}
