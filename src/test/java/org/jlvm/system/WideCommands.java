package org.jlvm.system;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes up commands like {@link RandomCommands}, from more commands, options and spellings: nearly
 * everything that needs no kernel driver, with disks that come and go, and more mistakes.
 */
final class WideCommands extends RandomChoice {

  private static final List<String> UNITS =
      List.of("m", "M", "k", "K", "s", "S", "b", "B", "g", "G", "t", "");
  private static final List<String> POLICIES =
      List.of("normal", "contiguous", "cling", "anywhere", "inherit", "cling_by_tags");

  private static final List<String> WRONG_OPTIONS =
      List.of("--nonsense", "-Z", "--size", "--units x", "-o+x", "--alloc");
  private static final List<String> IDLE_OPTIONS =
      List.of("-v", "--noheadings", "--version", "-a", "--ignoreactivationskip");

  /** lvm2 reads headers that it did not write then, or removes a backup. */
  private static final List<String> HARMED_BY_TESTS = List.of("vgcreate", "vgextend", "vgrename");

  private final List<String> detached = new ArrayList<>();

  WideCommands(long seed, int diskCount) {
    super(seed, diskCount);
  }

  /** The next step for disks that hold {@code state}. */
  String next(DiskState state) {
    if (!detached.isEmpty() && random.nextInt(6) == 0) {
      return "attach " + detached.remove(0);
    }
    if (detached.isEmpty() && random.nextInt(60) == 0) {
      detached.add("sd" + (char) ('a' + random.nextInt(diskCount)));
      return "detach " + detached.get(0);
    }
    boolean empty = state.volumeGroups().isEmpty() && random.nextInt(3) > 0;
    String command = respelled(command(state, empty ? random.nextInt(5) : random.nextInt(60)));
    command += maybe(pick(" -t", " -v", " -q", " -qq", " --test", " -y", " --noudevsync"), 12);
    command = random.nextInt(14) == 0 ? spoil(command, WRONG_OPTIONS, IDLE_OPTIONS) : command;
    command = withoutHarm(command);
    return command + maybe(pick(" <<< y", " <<< n", " <<< n y"), 5);
  }

  /** The same without a test, if a test of that command changes something in lvm2. */
  static String withoutHarm(String command) {
    return HARMED_BY_TESTS.contains(command.substring(0, Math.max(0, command.indexOf(' '))))
        ? command.replace(" --test", "").replaceAll(" -t(?= |$)", "").replace("global/test=1", "")
        : command;
  }

  private String command(DiskState state, int choice) {
    return switch (choice) {
      case 0, 1 -> "pvcreate" + pvOptions() + " " + disks(2);
      case 2, 3, 4 -> "vgcreate" + vgOptions() + layout() + " " + newVg() + " " + disks(4);
      case 5, 6, 7, 8, 9, 10, 11 -> lvcreate(state);
      case 12, 13 -> lvremove(state);
      case 14, 15, 16, 17, 18, 19 -> resize(state);
      case 20, 21, 22 -> lvchange(state);
      case 23, 24, 25, 26 -> vgchange(state);
      case 27, 28 -> "pvchange" + pvProperties() + " " + pvTargets();
      case 29, 30 -> "vgextend" + maybe(" -f", 5) + layout() + " " + vg(state) + " " + disks(2);
      case 31 -> "vgextend --restoremissing " + vg(state) + " " + disks(2);
      case 32, 33 -> vgreduce(state);
      case 34, 35 -> rename(state);
      case 36, 37 -> vgsplit(state);
      case 38 -> "vgmerge" + maybe(" -l", 8) + " " + vg(state) + " " + vg(state);
      case 39, 40 -> pick("vgexport ", "vgimport ", "vgimport -f ") + vgs(state);
      case 41 -> "vgck " + maybe("--updatemetadata ", 3) + vgs(state);
      case 42 -> "vgcfgbackup " + maybe("-f $T/saved-%s ", 3) + vgs(state);
      case 43, 44 -> vgcfgrestore(state);
      case 45 -> "vgremove " + maybe("-f ", 2) + maybe("-f ", 4) + vgs(state);
      case 46 -> "pvremove " + pick("-y ", "-ff ", "-y -ff ", "-f ", "") + disks(2);
      case 47, 48 -> "pvresize " + maybe("--setphysicalvolumesize " + size() + " ", 2) + disks(2);
      case 49 ->
          "pvck "
              + maybe("--dump " + pick("metadata", "metadata_area", "nonsense") + " ", 2)
              + disks(1);
      case 50, 51, 52 -> display(state);
      default -> report(state);
    };
  }

  private String pvOptions() {
    return maybe(" -y", 2)
        + maybe(pick(" -f", " -ff", " -ff -y"), 3)
        + layout()
        + maybe(" --setphysicalvolumesize " + size(), 8)
        + maybe(" -Z" + pick("y", "n"), 10)
        + maybe(" --labelsector " + random.nextInt(5), 12)
        + maybe(" --norestorefile --uuid " + uuid(), 12)
        + maybe(" -M" + random.nextInt(4), 20);
  }

  private String uuid() {
    return pick(
        "abcdef-abcd-abcd-abcd-abcd-abcd-abcde" + random.nextInt(4),
        "abcdefabcdabcdabcdabcdabcdabcde" + random.nextInt(4),
        "nonsense");
  }

  private String layout() {
    return maybe(" --pvmetadatacopies " + random.nextInt(4), 6)
        + maybe(" --dataalignment " + pick("1m", "64k", "2m", "3k", "0", "4096", "-1m"), 10)
        + maybe(" --dataalignmentoffset " + pick("1m", "7s", "512b", "3k", "0"), 14)
        + maybe(" --metadatasize " + pick("512k", "2m", "64k", "1", "0"), 10)
        + maybe(" --bootloaderareasize " + pick("512k", "2m", "1", "0"), 14);
  }

  private String vgOptions() {
    return maybe(" -y", 2)
        + maybe(" -s " + pick("1m", "2m", "4m", "128k", "3m", "1k", "0", "512k", "5k", "8m"), 2)
        + maybe(" -l " + random.nextInt(6), 10)
        + maybe(" -p " + random.nextInt(6), 10)
        + maybe(" --alloc " + pick(POLICIES), 8)
        + maybe(" --addtag " + tag(), 6)
        + maybe(" --systemid " + pick("a", "b"), 40)
        + maybe(" --setautoactivation " + pick("y", "n"), 14)
        + maybe(" --locktype " + pick("none", "dlm"), 30);
  }

  private String lvcreate(DiskState state) {
    String stripes = random.nextInt(4) == 0 ? " -i " + random.nextInt(5) : "";
    stripes +=
        random.nextInt(stripes.isEmpty() ? 10 : 2) == 0
            ? " -I " + pick("4k", "64k", "128", "3k", "1m", "0", "2m", "8m")
            : "";
    String amount =
        random.nextInt(3) == 0
            ? " -L " + size()
            : " -l " + extents("%VG", "%FREE", "%PVS", "%LV", "%ORIGIN", "%FR", "%");
    return "lvcreate"
        + maybe(" -y", 1)
        + maybe(" -n " + newLv(state), 2)
        + (random.nextInt(30) == 0 ? "" : amount)
        + stripes
        + maybe(" --alloc " + pick(POLICIES), 5)
        + maybe(" -C" + pick("y", "n"), 12)
        + maybe(" --addtag " + tag(), 6)
        + maybe(pick(" -pr", " -prw", " -p x"), 10)
        + maybe(" -a" + pick("y", "n", "ay", "ey"), 6)
        + maybe(" -Z" + pick("y", "n"), 8)
        + maybe(" -W" + pick("y", "n"), 10)
        + maybe(" -k" + pick("y", "n"), 12)
        + maybe(" -r " + pick("auto", "none", "128", "7", "0", "-1"), 12)
        + maybe(" -M" + pick("y --minor 55", "n", "y", "y --major 253 --minor 7"), 20)
        + maybe(" --setautoactivation " + pick("y", "n"), 14)
        + maybe(" --type " + pick("linear", "striped", "error", "zero", "mirror", "nonsense"), 7)
        + maybe(pick(" -s", " -m1"), 40)
        + " "
        + (random.nextInt(20) == 0 ? lv(state) : vg(state))
        + maybe(" " + ranges(), 4);
  }

  private String resize(DiskState state) {
    String sign = pick("", "+", "-");
    String verb = pick("lvextend", "lvreduce", "lvresize", "lvextend");
    if (random.nextInt(12) == 0) {
      return verb + " " + lv(state) + " " + disks(2);
    }
    return verb
        + maybe(pick(" -y", " -f", ""), 1)
        + (random.nextBoolean()
            ? " -L " + sign + size()
            : " -l " + sign + extents("%VG", "%FREE", "%LV", "%PVS", "%ORIGIN"))
        + maybe(" -i " + random.nextInt(4), 8)
        + maybe(" -I " + pick("4k", "64k", "3k", "1m"), 12)
        + maybe(" --alloc " + pick(POLICIES), 8)
        + maybe(" --type " + pick("linear", "striped", "error", "zero", "mirror"), 14)
        + maybe(pick(" -r", " -n", " --fs x", " -m1"), 24)
        + " "
        + lv(state)
        + maybe(" " + ranges(), 6);
  }

  private String lvremove(DiskState state) {
    return "lvremove "
        + maybe("-y ", 1)
        + maybe("-f ", 4)
        + pick(
            lv(state),
            lv(state),
            lv(state) + " " + lv(state),
            vg(state),
            "@" + tag(),
            "-S lv_size>" + size(),
            "-S lv_name=lv" + random.nextInt(12));
  }

  private String lvProperty() {
    return pick(
        " -pr",
        " -prw",
        " --addtag " + tag(),
        " --deltag " + tag(),
        " -Cy",
        " -Cn",
        " -ky",
        " -kn",
        " --alloc " + pick(POLICIES),
        " -r 128",
        " -r 7",
        " -r auto",
        " -r none",
        " --setautoactivation " + pick("y", "n"),
        " -My --minor 77",
        " -Mn",
        " -ay",
        " -an",
        " --refresh",
        " --monitor y",
        " --poll n",
        " --resync",
        " --zero y",
        " --discards passdown",
        " --cachemode writeback",
        " --writemostly /dev/sda",
        " --minrecoveryrate 10",
        " --detachprofile",
        " --errorwhenfull y",
        " --compression y");
  }

  private String lvchange(DiskState state) {
    return "lvchange"
        + maybe(" -y", 2)
        + lvProperty()
        + maybe(lvProperty(), 4)
        + " "
        + pick(lv(state), lv(state), lv(state), vg(state), "@" + tag(), "-S lv_name=lv1");
  }

  private String vgProperty() {
    return pick(
        " -l " + random.nextInt(8),
        " -l 0",
        " -p " + random.nextInt(6),
        " -p 0",
        " -xn",
        " -xy",
        " --addtag " + tag(),
        " --deltag " + tag(),
        " -u",
        " -s " + pick("1m", "4m", "2m", "128k", "8m", "3k", "512", "0", "-1m"),
        " --alloc " + pick(POLICIES),
        " --vgmetadatacopies " + pick("all", "unmanaged"),
        " --setautoactivation " + pick("y", "n"),
        " --systemid " + pick("x", "\"\""),
        " --detachprofile",
        " -ay",
        " -an",
        " --refresh",
        " --monitor y",
        " --poll y");
  }

  private String vgchange(DiskState state) {
    return "vgchange"
        + maybe(" -y", 3)
        + vgProperty()
        + maybe(vgProperty(), 8)
        + " "
        + pick(vg(state), vg(state), vg(state), "@" + tag(), "-S vg_name=vg1", "");
  }

  private String pvProperties() {
    return pick(
        " -xn",
        " -xy",
        " --addtag " + tag(),
        " --deltag " + tag(),
        " -u",
        " --metadataignore y",
        " --metadataignore n",
        " -xn --addtag " + tag());
  }

  private String pvTargets() {
    return pick(disks(1), disks(1), disks(2), "@" + tag(), "-a", "-S pv_name=~sda", "");
  }

  private String vgreduce(DiskState state) {
    return "vgreduce"
        + maybe(pick(" -a", " --removemissing", " --removemissing --force", " -f"), 3)
        + " "
        + vg(state)
        + maybe(" " + disks(2), 1);
  }

  private String rename(DiskState state) {
    return pick(
        "vgrename " + vg(state) + " " + newVg(),
        "vgrename " + vg(state) + " " + vg(state),
        "lvrename " + lv(state) + " " + newLv(state),
        "lvrename " + lv(state) + " " + lv(state),
        "lvrename " + vg(state) + " " + name("lv", 12) + " " + newLv(state));
  }

  private String vgsplit(DiskState state) {
    String options =
        maybe(" -n " + pick(name("lv", 6), lv(state)), 3)
            + maybe(" --alloc " + pick(POLICIES), 12)
            + maybe(" -l " + random.nextInt(5), 12)
            + maybe(" -p " + random.nextInt(5), 12);
    return "vgsplit"
        + options
        + " "
        + vg(state)
        + " "
        + (random.nextBoolean() ? newVg() : vg(state))
        + (options.contains(" -n") && random.nextInt(8) > 0 ? "" : " " + disks(2));
  }

  private String vgcfgrestore(DiskState state) {
    String vg = vg(state);
    return pick(
        "vgcfgrestore " + vg,
        "vgcfgrestore -f $T/backup/" + vg + " " + vg,
        "vgcfgrestore -f $T/backup/" + vg(state) + " " + vg,
        "vgcfgrestore -l " + vg,
        "vgcfgrestore -t " + vg);
  }

  private String display(DiskState state) {
    return pick(
        "lvdisplay " + maybe("-m ", 3) + pick(lv(state), vg(state), ""),
        "lvdisplay -c " + pick(lv(state), ""),
        "lvdisplay -C " + lv(state),
        "vgdisplay " + pick("-s ", "-c ", "-C ", "", "-v ", "-A ") + maybe(vg(state), 2),
        "pvdisplay " + pick("-s ", "-c ", "-C ", "", "-m ", "-a -C ") + maybe(disks(1), 2),
        "pvscan " + pick("", "-e", "-n", "-s", "-u"),
        "vgscan",
        "lvscan " + maybe("-a", 3),
        "lvmdiskscan " + maybe("-l", 3));
  }

  private String report(DiskState state) {
    return pick(
            "pvs -o+pv_uuid,pv_mda_size,pv_used --units " + pick(UNITS.subList(0, 10)),
            "pvs -a -o+pv_allocatable,pv_exported,pv_missing,pv_in_use,pv_duplicate --binary",
            "pvs --segments -o+lv_name,seg_start_pe,seg_all",
            "pvs -o pv_name,vg_name,pv_attr,dev_size,pe_start,pv_mda_count,pv_tags,pv_ba_size",
            "vgs -o+vg_extent_size,vg_free_count,vg_tags " + maybe(vg(state), 2),
            "vgs -o+vg_permissions,vg_extendable,vg_exported,max_lv,snap_count,vg_seqno --units s "
                + maybe(vg(state), 2),
            "vgs -o+pv_name,lv_name",
            "lvs -a -o+devices,seg_pe_ranges,lv_tags " + maybe(vg(state), 3),
            "lvs -o+seg_all " + maybe(lv(state), 2),
            "lvs -o lv_name,lv_full_name,lv_path,lv_layout,lv_role,lv_parent,lv_permissions",
            "lvs --segments -S seg_size>" + size(),
            "lvs --segments -o+stripes,stripe_size,seg_start,seg_pe_ranges,devices",
            "lvs -O -size,name --reportformat json --config log/report_command_log=0",
            "lvs -S 'lv_tags=t1||lv_size>=" + size() + "' --unquoted --nameprefixes",
            "lvs --separator : --aligned --rows",
            "lvs -o nosuchfield",
            "lvs -S 'lv_size>'",
            "vgs -S 'vg_name=~vg[12]' --headings 2",
            "pvs " + disks(2),
            "pvs @" + tag(),
            "vgs @" + tag(),
            "lvs @" + tag())
        + maybe(" --noheadings", 8);
  }

  private String size() {
    int number = random.nextInt(6) == 0 ? random.nextInt(300) : 1 + random.nextInt(24);
    String unit = random.nextInt(3) > 0 ? "m" : pick(UNITS);
    String text = random.nextInt(10) == 0 ? number + pick(".5", ".25", ".7") : "" + number;
    return text + unit + maybe(pick("b", "iB", "B", "x"), 30);
  }

  private String extents(String... relative) {
    return random.nextInt(3) == 0
        ? random.nextInt(13) * 10 + pick(relative)
        : String.valueOf(random.nextInt(14));
  }

  private String tag() {
    return random.nextInt(20) == 0 ? pick("a/b", "-x", "t!", "t@") : "t" + random.nextInt(3);
  }

  @Override
  String disk() {
    if (random.nextInt(60) == 0) {
      return "/dev/" + pick("sdx", "", "nosuch/x");
    }
    return "/dev/sd" + (char) ('a' + random.nextInt(diskCount));
  }

  private String ranges() {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      text.append(text.isEmpty() ? "" : " ");
      if (random.nextInt(10) == 0) {
        text.append('@').append(tag());
        continue;
      }
      text.append(disk());
      for (int j = random.nextInt(3); j > 0; j--) {
        int first = random.nextInt(20);
        text.append(':').append(first).append(pick("-", "-", "+", ""));
        text.append(random.nextInt(3) == 0 ? "" : String.valueOf(first + random.nextInt(8) - 1));
      }
    }
    return text.toString();
  }

  private String newVg() {
    return random.nextInt(25) == 0
        ? pick("vg!", "-vg", ".", "vg/1", "/dev/vg1", "sda", "mapper", "v".repeat(130), "a.b-c_d+e")
        : name("vg", 4);
  }

  private String newLv(DiskState state) {
    return random.nextInt(15) == 0
        ? pick(
            "lv!",
            "-lv",
            ".",
            vg(state) + "/lv3",
            "pvmove0",
            "x_rimage",
            "snapshot1",
            "/dev/" + vg(state) + "/lv4",
            "l".repeat(126),
            "a.b-c_d+e",
            "vg0/x/y")
        : name("lv", 12);
  }

  private String vgs(DiskState state) {
    return random.nextInt(4) == 0
        ? pick("", "-a", "@" + tag(), vg(state) + " " + vg(state), "-S vg_name=vg1")
        : vg(state);
  }

  private String vg(DiskState state) {
    List<String> known = state.volumeGroups();
    String name = known.isEmpty() || random.nextInt(8) == 0 ? name("vg", 4) : pick(known);
    return random.nextInt(25) == 0 ? pick("/dev/" + name, name + "/", "//" + name) : name;
  }

  private String lv(DiskState state) {
    List<String> known = state.logicalVolumes();
    String name =
        known.isEmpty() || random.nextInt(10) == 0
            ? name("vg", 4) + "/" + name("lv", 12)
            : pick(known);
    if (random.nextInt(15) > 0) {
      return name;
    }
    return pick(
        "/dev/" + name,
        "/dev/mapper/" + name.replace('/', '-'),
        name.replace("/", "//"),
        name + "/",
        name.substring(name.indexOf('/') + 1),
        name + "/x",
        "/" + name);
  }

  /** The same command with its options written in another way. */
  private String respelled(String command) {
    if (random.nextInt(8) > 0) {
      return command;
    }
    return switch (random.nextInt(7)) {
      case 0 -> command.replace(" -L ", " --size=").replace(" -l ", " --extents ");
      case 1 -> command.replace(" -L ", " -L").replace(" -l ", " -l").replace(" -n ", " -n");
      case 2 -> command.replace(" -L ", " --siz ").replace(" -l ", " --exten ");
      case 3 -> command.replace(" -i ", " --stripes ").replace(" -I ", " --stripe-size ");
      case 4 -> command.replace(" --addtag", " --add-tag").replace(" --alloc", " --al");
      case 5 -> command.replace(" -y", " --yes").replace(" -f", " --force");
      default -> {
        int space = command.indexOf(' ');
        int last = command.lastIndexOf(' ');
        yield space < 0 || last == space
            ? command
            : command.substring(0, space)
                + command.substring(last)
                + command.substring(space, last);
      }
    };
  }
}
