package org.jlvm.system;

import java.util.List;

/**
 * Makes up commands that {@link FreeCommands} does not: types and conversions that need the driver,
 * ranges, profiles, devices files, old metadata, moves, several operands, settings in a file.
 */
final class BroadCommands extends BroadChoice {

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

  private final FreeCommands free;
  private final BroadChecks checks;

  BroadCommands(long seed, int diskCount) {
    super(seed, diskCount);
    free = new FreeCommands(seed, diskCount);
    checks = new BroadChecks(seed, diskCount);
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
      case 7, 8 -> many(state);
      case 9, 10, 11 -> typical(state);
      case 12 -> change(state);
      case 13, 14 -> groups(state);
      case 15 -> tags(state);
      case 16 -> resize(state);
      case 17, 18, 19, 20, 21, 22 -> checks.next(state);
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

  private String plain(DiskState state) {
    return pick(
        "lvcreate -y -l 3 -n " + newLv(state) + " " + vg(state) + " " + ranges(),
        "lvcreate -y -l 5 --alloc " + pick("cling", "contiguous", "anywhere") + " " + vg(state),
        "vgcreate -y -s 1m " + name("vg", 4) + " " + disk() + " " + disk() + " " + disk());
  }
}
