package org.jlvm.system;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes up commands that {@link FreeCommands} does not: types and conversions that need the driver,
 * ranges, profiles, devices files, old metadata, moves, several operands, settings in a file.
 */
final class BroadCommands extends RandomChoice {

  private static final List<String> TYPES =
      List.of(
          "linear",
          "striped",
          "mirror",
          "raid0",
          "raid0_meta",
          "raid1",
          "raid4",
          "raid5",
          "raid5_ls",
          "raid6",
          "raid6_zr",
          "raid10",
          "snapshot",
          "thin",
          "thin-pool",
          "cache",
          "cache-pool",
          "writecache",
          "vdo",
          "vdo-pool",
          "error",
          "zero");

  private static final List<String> CREATE_OPTIONS =
      List.of(
          " --nosync",
          " -m1",
          " -m 2",
          " --mirrors 0",
          " -i2",
          " -i 3",
          " -I 64",
          " -R 512k",
          " --regionsize 3k",
          " --mirrorlog core",
          " --mirrorlog disk",
          " --corelog",
          " -Zn",
          " -Wn",
          " -an",
          " -ay",
          " -aay",
          " -kn",
          " -Ky",
          " --noudevsync",
          " --minrecoveryrate 10",
          " --maxrecoveryrate 1m",
          " --raidintegrity y",
          " --poolmetadatasize 4m",
          " --poolmetadataspare n",
          " -c 64k",
          " -c 3k",
          " --discards passdown",
          " --errorwhenfull y",
          " -V 100m",
          " --cachemode writeback",
          " --cachepolicy smq",
          " --metadataprofile x",
          " --permission r",
          " --contiguous y",
          " --addtag a --addtag b",
          " --ignoremonitoring",
          " --monitor n",
          " --persistent y --minor 9",
          " --wipesignatures y",
          " --zero n",
          " --reportformat json",
          " --autobackup n");

  private final int diskCount;
  private final FreeCommands free;

  BroadCommands(long seed, int diskCount) {
    super(seed);
    this.diskCount = diskCount;
    free = new FreeCommands(seed, diskCount);
  }

  /** The next step for disks that hold {@code state}. */
  String next(DiskState state) {
    return random.nextInt(3) == 0 ? free.next(state) : broad(state);
  }

  private String broad(DiskState state) {
    return switch (random.nextInt(24)) {
      case 0, 1, 2 -> create(state);
      case 3, 4, 5 -> convert(state);
      case 6 -> move(state);
      case 7 -> archives(state);
      case 8, 9 -> many(state);
      case 10, 11, 12 -> typical(state);
      case 13 -> devicesFile(state);
      case 14 -> check(state);
      case 15 -> change(state);
      case 16, 17 -> groups(state);
      case 18 -> tags(state);
      case 19 -> resize(state);
      case 20 -> display(state);
      case 21 -> configured(state);
      case 22 -> profiles(state);
      default -> plain(state);
    };
  }

  /**
   * Without what lvm2 makes, or begins to make, of types that are not made here: raid0 and pools.
   */
  private String create(DiskState state) {
    StringBuilder command = new StringBuilder("lvcreate" + maybe(" -y", 1));
    String type = pick(TYPES);
    boolean pool = type.matches("raid0.*|thin.*|cache.*|vdo.*");
    String thin = pick(" -T", " -H", " --thin", " --thinpool pool", " --type " + type);
    boolean inPool = random.nextInt(5) == 0;
    command.append(inPool ? thin : maybe(pool ? " -s" : " --type " + type, 2));
    for (int i = random.nextInt(4); i > 0; i--) {
      command.append(pick(CREATE_OPTIONS));
    }
    command.append(maybe(" -n " + newLv(state), 2));
    command.append(inPool || random.nextInt(8) == 0 ? "" : amount());
    String target = pick(vg(state), vg(state), vg(state), lv(state), vg(state) + "/pool", "");
    return command + " " + target + maybe(" " + ranges(), 4);
  }

  private String convert(DiskState state) {
    StringBuilder command = new StringBuilder("lvconvert" + maybe(" -y", 2));
    command.append(
        pick(
            " -m1",
            " -m0",
            " -m+1",
            " -m-1",
            " --mirrors 2 --mirrorlog core",
            " --type " + pick(TYPES),
            " --type " + pick(TYPES) + " -m1",
            " --type raid5 -i2",
            " --type striped --stripes 2",
            " --splitmirrors 1 -n split",
            " --splitmirrors 1 --trackchanges",
            " --merge",
            " --mergemirrors",
            " --mergesnapshot",
            " --mergethin",
            " --repair",
            " --repair --use-policies",
            " --replace " + disk(),
            " --uncache",
            " --splitcache",
            " --splitsnapshot",
            " --swapmetadata --poolmetadata x",
            " --startpoll",
            " --thin --thinpool pool",
            " -T --thinpool " + vg(state) + "/pool",
            " --type thin-pool --poolmetadata " + vg(state) + "/meta",
            " -H --cachepool pool",
            " --type cache --cachevol fast",
            " --type writecache --cachevol fast",
            " -s",
            " --snapshot " + lv(state),
            " --type snapshot",
            " --raidintegrity y",
            " --stripes 2",
            " -R 1m",
            " -i 0",
            " --vdopool x",
            ""));
    command.append(maybe(" " + pick("-i5", "-f", "-v", "-t", "--alloc anywhere", "-c 64k"), 4));
    command.append(" ").append(pick(lv(state), lv(state), lv(state), vg(state), vg(state) + "/x"));
    return command + maybe(" " + pick(disk(), lv(state), ranges()), 5);
  }

  private String move(DiskState state) {
    return "pvmove"
        + maybe(pick(" -i0", " -i 5", " -v", " --atomic", " --alloc anywhere", " -t"), 3)
        + maybe(" -n " + pick(lv(state), "nosuch", newLv(state)), 3)
        + pick(
            " " + disk(),
            " " + disk() + " " + disk(),
            " " + ranges(),
            " " + ranges() + " " + ranges(),
            " --abort",
            " --abort " + disk(),
            "");
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

  private String many(DiskState state) {
    String verb = pick("lvremove -y", "lvchange -pr", "lvchange --addtag x", "lvs", "lvdisplay -c");
    return pick(
        verb + " " + lv(state) + " " + lv(state) + " " + lv(state),
        verb + " " + vg(state) + " " + vg(state),
        verb + " " + lv(state) + " " + vg(state) + "/nosuch",
        "pvchange -xn " + disk() + " " + disk() + " " + disk(),
        "pvchange --addtag y " + disk() + " " + disk(),
        "pvs -o+pv_tags " + disk() + " " + disk(),
        "pvremove " + disk() + " " + disk() + " " + disk(),
        "pvcreate " + disk() + " " + disk() + " " + disk(),
        "pvresize " + disk() + " " + disk(),
        "vgs " + vg(state) + " " + vg(state) + " nosuch",
        "vgck " + vg(state) + " " + vg(state),
        "vgremove -f " + vg(state) + " " + vg(state),
        "vgchange --addtag z " + vg(state) + " " + vg(state) + " nosuch",
        "vgexport " + vg(state) + " " + vg(state),
        "vgimport " + vg(state) + " " + vg(state),
        "vgreduce " + vg(state) + " " + disk() + " " + disk() + " " + disk(),
        "vgextend " + vg(state) + " " + disk() + " " + disk() + " " + disk());
  }

  /** What administrators type. */
  private String typical(DiskState state) {
    String vg = vg(state);
    String lv = lv(state);
    return pick(
        "pvcreate " + disk(),
        "vgcreate " + name("vg", 4) + " " + disk() + " " + disk(),
        "lvcreate -L 8M -n " + newLv(state) + " " + vg,
        "lvcreate -l 100%FREE -n data " + vg,
        "lvcreate -l 50%FREE --name " + newLv(state) + " " + vg + " -an",
        "lvcreate -L 12M " + vg + " " + disk(),
        "lvextend -l +100%FREE " + lv,
        "lvextend -L +8M -r " + lv,
        "lvreduce -L -4M " + lv,
        "lvreduce --yes --force -L 4M " + lv,
        "lvresize -L 20M " + lv + " --yes",
        "lvremove -f " + lv,
        "lvremove --yes " + vg,
        "lvrename " + vg + " " + lv.substring(lv.indexOf('/') + 1) + " " + newLv(state),
        "vgrename " + vg + " " + name("vg", 4),
        "vgextend " + vg + " " + disk(),
        "vgreduce " + vg + " " + disk(),
        "vgreduce -a " + vg,
        "vgchange -an " + vg,
        "vgchange -ay",
        "lvchange -an " + lv,
        "lvchange -ay " + lv,
        "lvscan",
        "pvscan",
        "vgscan",
        "pvs",
        "vgs",
        "lvs",
        "lvs -a -o +devices",
        "pvdisplay",
        "vgdisplay",
        "lvdisplay",
        "lvdisplay " + lv,
        "vgdisplay -v " + vg,
        "pvdisplay -m " + disk(),
        "vgcfgbackup",
        "vgck",
        "pvck " + disk(),
        "vgmknodes",
        "pvmove " + disk(),
        "lvcreate -s -n snap -L 4M " + lv,
        "lvcreate -m1 -L 4M -n mir " + vg,
        "lvcreate -T -V 12M -n thin " + vg + "/pool",
        "lvcreate --type raid1 -m1 -l 2 -n r " + vg,
        "lvcreate -i2 -I64 -l 4 -n st " + vg,
        "pvs -o +pv_used,pv_mda_count --units m",
        "vgs --units k --nosuffix --noheadings -o vg_name,vg_size,vg_free",
        "lvs --reportformat json -o lv_name,lv_size,lv_attr " + vg,
        "lvs --noheadings --separator , -o vg_name,lv_name,lv_size --units b",
        "pvs --noheadings -o pv_name,vg_name --separator :",
        "vgremove " + vg,
        "vgremove --yes --force " + vg,
        "pvremove " + disk(),
        "pvremove --force --force --yes " + disk());
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

  private String change(DiskState state) {
    return pick(
            "lvchange --setactivationskip y",
            "lvchange --ignoreactivationskip -ay",
            "lvchange -aay",
            "lvchange -aey",
            "lvchange -asy",
            "lvchange -aly",
            "lvchange -aln",
            "lvchange --activationmode partial -ay",
            "lvchange -P -ay",
            "lvchange --syncaction check",
            "lvchange --minrecoveryrate 10",
            "lvchange --rebuild " + disk(),
            "lvchange --resync",
            "lvchange -My --major 253 --minor 9",
            "lvchange -C y -p r --addtag t",
            "lvchange --profile x",
            "lvchange --metadataprofile x",
            "lvchange --addtag a,b",
            "lvchange --deltag @t1",
            "lvchange --sysinit -ay",
            "lvchange --readahead 256",
            "lvchange -r 1m",
            "lvchange --raidintegrity n",
            "lvchange --noudevsync --refresh",
            "lvchange")
        + " "
        + pick(lv(state), lv(state), vg(state), lv(state) + " " + lv(state), "");
  }

  private String groups(DiskState state) {
    String vg = vg(state);
    return pick(
        "vgchange --logicalvolume 3 " + vg,
        "vgchange --maxphysicalvolumes 2 " + vg,
        "vgchange --physicalextentsize 8m " + vg,
        "vgchange --uuid " + vg,
        "vgchange --resizeable n " + vg,
        "vgchange --pvmetadatacopies 1 " + vg,
        // Fewer copies than areas are chosen by chance.
        "vgchange --vgmetadatacopies " + pick("0 ", "9 ") + vg,
        "vgchange --systemid a " + vg,
        "vgchange -aay " + vg,
        "vgchange --activate n " + vg + " --select vg_name=" + vg,
        "vgchange --sysinit -ay",
        "vgchange --lock-start",
        "vgchange --lock-opt auto --lockstop",
        "vgchange --setautoactivation y " + vg,
        "vgchange --alloc contiguous --addtag q " + vg,
        "vgchange -u --addtag q " + vg,
        "vgchange",
        "vgrename " + vg + " " + vg + "x",
        "vgrename nosuch-uuid-0000-0000-0000-0000-000000 x",
        "vgcreate --shared s " + disk(),
        "vgcreate --locktype none -y " + name("vg", 4) + " " + disk(),
        "vgcreate -c n " + name("vg", 4) + " " + disk(),
        "vgcreate --maxlogicalvolumes 1 " + name("vg", 4) + " " + disk(),
        "vgcreate --metadatacopies all " + name("vg", 4) + " " + disk() + " " + disk(),
        "vgcreate --zero n " + name("vg", 4) + " " + disk(),
        "vgcreate --force " + name("vg", 4) + " " + disk(),
        "vgcreate --labelsector 2 " + name("vg", 4) + " " + disk(),
        "vgsplit --maxlogicalvolumes 3 " + vg + " n1 " + disk(),
        "vgsplit --name data " + vg + " n2",
        "vgsplit -n " + lv(state) + " " + vg + " " + vg(state),
        "vgmerge -y " + vg + " " + vg(state),
        "vgmerge --list " + vg + " " + vg(state),
        "vgexport -a",
        "vgimport -a",
        "vgreduce --removemissing --force " + vg,
        "vgreduce --all --yes " + vg,
        "vgck --updatemetadata " + vg,
        "vgextend --zero n " + vg + " " + disk(),
        "vgextend --metadataignore y " + vg + " " + disk(),
        "vgextend --pvmetadatacopies 0 " + vg + " " + disk(),
        "pvchange --metadataignore y " + disk(),
        "pvchange --uuid " + disk(),
        "pvchange -u -a",
        "pvchange --allocatable n --deltag y " + disk(),
        "vgimportclone --basevgname bb " + disk() + " " + disk(),
        "vgimportclone --import -n bb " + disk(),
        "vgremove --select vg_size>100m -y",
        "vgremove --noudevsync " + vg);
  }

  private String tags(DiskState state) {
    String tag =
        pick("t0", "t1", "x", "y", "a", "@t1", "a=b", "a:b&c#", "a/b", "-z", "t".repeat(129));
    return pick(
        "lvchange --addtag " + tag + " " + lv(state),
        "lvchange --deltag " + tag + " " + lv(state),
        "vgchange --addtag " + tag + " " + vg(state),
        "vgchange --deltag " + tag + " " + vg(state),
        "pvchange --addtag " + tag + " " + disk(),
        "pvchange --deltag " + tag + " " + disk(),
        "lvs @" + tag + " -o+lv_tags",
        "vgs @" + tag + " -o+vg_tags",
        "pvs @" + tag + " -o+pv_tags",
        "lvremove -y @" + tag,
        "vgremove -f @" + tag,
        "lvextend -l+1 " + lv(state) + " @" + tag,
        "lvcreate -y -l1 " + vg(state) + " @" + tag,
        "vgcreate --addtag " + tag + " " + name("vg", 4) + " " + disk(),
        "lvcreate -y -l1 --addtag " + tag + " " + vg(state),
        "vgreduce " + vg(state) + " @" + tag,
        "vgextend " + vg(state) + " @" + tag,
        "vgexport @" + tag,
        "vgck @" + tag,
        "lvdisplay @" + tag,
        "vgcfgbackup @" + tag,
        "pvremove -y @" + tag,
        "pvresize @" + tag);
  }

  private String resize(DiskState state) {
    return pick("lvextend", "lvreduce", "lvresize")
        + maybe(" -y", 2)
        + maybe(
            " "
                + pick(
                    "-r",
                    "--fs ignore",
                    "--fs resize",
                    "--fs checksize",
                    "--fsmode offline",
                    "--nofsck",
                    "--resizefs"),
            3)
        + maybe(
            " "
                + pick(
                    "--use-policies",
                    "--poolmetadatasize +4m",
                    "-m1",
                    "--stripes 2",
                    "-i2 -I 32k",
                    "-v",
                    "-t"),
            4)
        + pick(
            " -L "
                + pick("+", "-", "")
                + pick("4m", "1", "0", "1g", "3k", "9s", "4.3m", "4MiB", "8mb"),
            " -l "
                + pick("+", "-", "")
                + pick("1", "3", "0", "50%LV", "30%VG", "100%FREE", "20%PVS", "10%ORIGIN", "999"),
            "")
        + " "
        + lv(state)
        + maybe(" " + ranges(), 3);
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

  private String plain(DiskState state) {
    return pick(
        "lvcreate -y -l 3 -n " + newLv(state) + " " + vg(state) + " " + ranges(),
        "lvcreate -y -l 5 --alloc " + pick("cling", "contiguous", "anywhere") + " " + vg(state),
        "vgcreate -y -s 1m " + name("vg", 4) + " " + disk() + " " + disk() + " " + disk());
  }

  private String amount() {
    return random.nextBoolean()
        ? " -L " + pick("4m", "8m", "12m", "1g", "20m", "100b", "3k")
        : " -l " + pick("1", "2", "3", "5", "50%FREE", "100%VG", "20%PVS", "50%ORIGIN", "0");
  }

  private String ranges() {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      text.append(text.isEmpty() ? "" : " ").append(disk());
      for (int j = random.nextInt(3); j > 0; j--) {
        int first = random.nextInt(16);
        text.append(':').append(pick(first + "-", first + "+", "-", ""));
        text.append(random.nextInt(4) == 0 ? "" : String.valueOf(first + random.nextInt(6)));
      }
    }
    return text.toString();
  }

  private String newLv(DiskState state) {
    return random.nextInt(12) == 0
        ? pick(vg(state) + "/n1", "/dev/" + vg(state) + "/n2", "pool_tdata", "a_vorigin", "x.y")
        : name("lv", 8);
  }

  private String vg(DiskState state) {
    List<String> known = state.volumeGroups();
    return known.isEmpty() || random.nextInt(10) == 0 ? name("vg", 4) : pick(known);
  }

  private String lv(DiskState state) {
    List<String> known = new ArrayList<>(state.logicalVolumes());
    return known.isEmpty() || random.nextInt(12) == 0 ? "vg0/" + name("lv", 6) : pick(known);
  }

  private String disk() {
    return "/dev/sd" + (char) ('a' + random.nextInt(diskCount));
  }
}
