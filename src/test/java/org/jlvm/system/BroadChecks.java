package org.jlvm.system;

/**
 * Makes up commands that look at groups, their metadata and their settings: archives, devices
 * files, {@code pvck}, lists, profiles.
 */
final class BroadChecks extends BroadChoice {
  BroadChecks(long seed, int diskCount) {
    super(seed, diskCount);
  }

  /** The next step for disks that hold {@code state}. */
  String next(DiskState state) {
    return switch (random.nextInt(6)) {
      case 0 -> archives(state);
      case 1 -> devicesFile(state);
      case 2 -> check(state);
      case 3 -> display(state);
      case 4 -> configured(state);
      default -> profiles(state);
    };
  }

  /** Text of an earlier time; its name has a random number. */
  private String archives(DiskState state) {
    String vg = vg(state);
    return pick(
        "sh cp $T/archive/"
            + vg
            + "_0000"
            + random.nextInt(5)
            + "-*.vg $T/old.vg 2>/dev/null; true",
        "sh cp $T/backup/" + vg + " $T/old.vg 2>/dev/null; true",
        "vgcfgrestore -f $T/old.vg " + vg,
        "vgcfgrestore -y -f $T/old.vg " + vg,
        "vgcfgrestore -l -f $T/old.vg",
        "vgcfgrestore -l -f $T/old.vg " + vg,
        "vgcfgrestore --list " + vg,
        "vgcfgrestore " + vg,
        "vgcfgbackup -f $T/all_%s",
        "vgcfgbackup",
        "vgcfgrestore -f $T/all_" + vg + " " + vg,
        "pvck --dump metadata -f $T/dumped " + disk(),
        "vgcfgrestore -f $T/dumped " + vg);
  }

  private String devicesFile(DiskState state) {
    String file =
        pick(
            " --devices " + disk(),
            " --devices " + disk() + "," + disk(),
            " --devicesfile nosuch",
            " --devicesfile ''");
    return pick(
            "pvs",
            "vgs",
            "lvs -o+devices",
            "pvck " + disk(),
            "pvck --dump headers " + disk(),
            "vgextend " + vg(state) + " " + disk(),
            "vgreduce " + vg(state) + " " + disk(),
            "pvresize " + disk(),
            "pvchange --addtag d " + disk(),
            "pvcreate " + disk(),
            "pvremove " + disk(),
            "vgcreate -y " + name("vg", 4) + " " + disk(),
            "vgck " + vg(state),
            "vgremove -y " + vg(state),
            "vgrename " + vg(state) + " " + name("vg", 4),
            "vgcfgbackup " + vg(state),
            "vgcfgrestore " + vg(state),
            "lvcreate -y -l1 " + vg(state),
            "lvextend -l+1 " + lv(state),
            "lvremove -y " + lv(state),
            "lvchange -pr " + lv(state),
            "vgchange -l 9 " + vg(state),
            "vgexport " + vg(state),
            "vgimport " + vg(state),
            "vgimportclone -n clone " + disk(),
            "vgsplit " + vg(state) + " new1 " + disk(),
            "vgmerge " + vg(state) + " " + vg(state),
            "vgreduce --removemissing " + vg(state),
            "lvmdiskscan",
            "pvscan",
            "vgscan",
            "lvscan",
            "pvdisplay -s",
            "lvmdevices",
            "lvmdevices --adddev " + disk(),
            "lvmdevices --deldev " + disk(),
            "vgimportdevices " + vg(state))
        + file;
  }

  private String check(DiskState state) {
    return "pvck "
        + pick(
            "--dump headers ",
            "--dump metadata ",
            "--dump metadata_all ",
            "--dump metadata_search ",
            "--dump metadata_area ",
            "--dump metadata --settings mda_num=2 ",
            "--dump metadata --settings mda_offset=4096 ",
            "--dump metadata_search --settings 'mda_offset=4096 mda_size=1044480' ",
            "--dump headers --settings nonsense ",
            "--dump backup_to_raw ",
            "--repair -y ",
            "--repairtype metadata -f $T/backup/" + vg(state) + " -y ",
            "--repairtype pv_header -y ",
            "--repairtype pv_header -y -f $T/backup/" + vg(state) + " ",
            "--repairtype label_header -y ",
            "--repairtype nonsense ",
            "-v ",
            "-t ",
            "")
        + disk()
        + maybe(" " + disk(), 8);
  }

  private String display(DiskState state) {
    String lv = lv(state);
    return pick(
            "lvdisplay --maps " + lv,
            "lvdisplay --colon " + lv,
            "lvdisplay --segments " + lv,
            "lvdisplay -v",
            "lvdisplay -a",
            "lvdisplay -C -o all " + lv,
            "vgdisplay --short",
            "vgdisplay --colon " + vg(state),
            "vgdisplay --columns -o +vg_tags",
            "vgdisplay -A",
            "pvdisplay --short",
            "pvdisplay --colon",
            "pvdisplay --maps",
            "pvdisplay -a",
            "pvdisplay -C -a",
            "pvdisplay -v " + disk(),
            "lvscan --all",
            "lvscan -b",
            "pvscan --uuid",
            "pvscan --exported",
            "pvscan --novolumegroup",
            "pvscan --short",
            "lvmdiskscan -l",
            "lvs -v",
            "vgs -v",
            "pvs -v",
            "pvs -a",
            "lvs --segments -v",
            "pvs --segments -v",
            "lvs -o lv_all,seg_all -a",
            "fullreport -o lv_name",
            "lvs --reportformat json_std --units b",
            "vgs -o vg_all --binary")
        + maybe(" --units " + pick("b", "s", "h", "H", "k", "g", "r", "R", "m"), 4)
        + maybe(" --ignorelockingfailure", 12)
        + maybe(" -P", 12);
  }

  /** Settings that stay for all that follows. */
  private String configured(DiskState state) {
    return pick(
        "config backup/retain_min=3",
        "config backup/retain_days=1",
        "config global/units=\"h\"",
        "config report/compact_output=1",
        "config report/mark_hidden_devices=0",
        "config allocation/maximise_cling=0",
        "config metadata/record_lvs_history=1",
        "config log/prefix=\"\"",
        "config log/indent=0",
        "config global/default_mirror_segtype=\"mirror\"",
        "config devices/obtain_device_list_from_udev=0",
        "lvmconfig --type diff",
        "lvmconfig --type current backup",
        "lvmconfig --merged",
        "lvmconfig --validate",
        "lvs -a " + vg(state));
  }

  private String profiles(DiskState state) {
    return pick(
        "vgcreate --metadataprofile thin-generic " + name("vg", 4) + " " + disk(),
        "vgs --commandprofile command_profile_template",
        "vgs --profile nosuch",
        "lvcreate -y -l1 --profile nosuch " + vg(state),
        "lvcreate -y -l1 --metadataprofile nosuch " + vg(state),
        "vgchange --metadataprofile nosuch " + vg(state),
        "lvs --commandprofile lvmdbusd",
        "lvmconfig --profile nosuch",
        "lvmconfig --metadataprofile nosuch --type profilable-metadata",
        "lvmconfig --type profilable-command");
  }
}
