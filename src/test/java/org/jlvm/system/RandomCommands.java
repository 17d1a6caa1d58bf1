package org.jlvm.system;

import java.util.List;

/**
 * Makes up commands, mostly ones that can succeed on the disks as they are now, some that are
 * slightly wrong. The same seed and the same answers from the disks give the same commands.
 */
final class RandomCommands extends RandomChoice {

  private static final List<String> UNITS = List.of("m", "M", "k", "s", "b", "g", "");
  private static final List<String> POLICIES =
      List.of("normal", "contiguous", "cling", "anywhere", "inherit", "cling_by_tags");

  private static final List<String> IDLE_OPTIONS =
      List.of("--test", "-v", "--nonsense", "-qq", "--noheadings");

  RandomCommands(long seed, int diskCount) {
    super(seed, diskCount);
  }

  /** The next command for disks that hold {@code state}. */
  String next(DiskState state) {
    String command =
        switch (weighted(state.volumeGroups().isEmpty())) {
          case 0 -> "pvcreate" + maybe(" -ff -y", 3) + layout() + " " + disks(2);
          case 1 -> "vgcreate -y" + vgOptions() + " " + name("vg", 4) + " " + disks(4);
          case 2, 3, 4, 5 -> lvcreate(state);
          case 6 -> "lvremove -y " + lv(state);
          case 7, 8 -> resize(state);
          case 9 -> lvchange(state);
          case 10 -> vgchange(state);
          case 11 ->
              "pvchange " + pick("-xn", "-xy", "--addtag t1", "--deltag t1", "-u") + " " + disks(1);
          case 12 -> "vgextend -y" + maybe(" -f", 4) + " " + vg(state) + " " + disks(2);
          case 13 -> "vgreduce" + maybe(" -a", 4) + " " + vg(state) + maybe(" " + disks(1), 1);
          case 14 -> rename(state);
          case 15 ->
              "vgsplit "
                  + maybe("-n " + name("lv", 6) + " ", 4)
                  + vg(state)
                  + " "
                  + vg(state)
                  + " "
                  + disks(2);
          case 16 -> "vgmerge " + vg(state) + " " + vg(state);
          case 17 ->
              pick("vgexport ", "vgimport ", "vgck ", "vgcfgbackup ", "vgimport ") + vg(state);
          case 18 -> "vgcfgrestore -f $T/backup/" + vg(state) + " " + vg(state);
          case 19 -> "vgremove -y " + maybe("-f ", 2) + vg(state);
          case 20 -> "pvremove -y " + maybe("-ff ", 3) + disks(1);
          case 21 ->
              "pvresize -y " + maybe("--setphysicalvolumesize " + size() + " ", 2) + disks(1);
          default -> report(state);
        };
    return random.nextInt(12) == 0 ? spoil(command, IDLE_OPTIONS) : command;
  }

  private int weighted(boolean nothingThere) {
    return nothingThere && random.nextInt(3) > 0 ? random.nextInt(2) : random.nextInt(25);
  }

  private String lvcreate(DiskState state) {
    String stripes = random.nextInt(4) == 0 ? " -i " + (1 + random.nextInt(4)) : "";
    stripes +=
        stripes.isEmpty() || random.nextBoolean()
            ? ""
            : " -I " + pick("4k", "64k", "128", "3k", "1m");
    return "lvcreate -y"
        + maybe(" -n " + name("lv", 12), 1)
        + (random.nextInt(3) == 0 ? " -L " + size() : " -l " + extents("%VG", "%FREE", "%PVS"))
        + stripes
        + maybe(" --alloc " + pick(POLICIES), 5)
        + maybe(" --addtag t" + random.nextInt(3), 6)
        + maybe(" -pr", 10)
        + maybe(" --type " + pick("linear", "striped", "error", "zero"), 8)
        + " "
        + vg(state)
        + maybe(" " + ranges(), 4);
  }

  private String resize(DiskState state) {
    String sign = pick("", "+", "-");
    return pick("lvextend", "lvreduce", "lvresize", "lvextend")
        + " -y"
        + (random.nextBoolean()
            ? " -L " + sign + size()
            : " -l " + sign + extents("%VG", "%FREE", "%LV"))
        + maybe(" -i " + (1 + random.nextInt(3)), 8)
        + maybe(" --alloc " + pick(POLICIES), 8)
        + " "
        + lv(state)
        + maybe(" " + ranges(), 6);
  }

  private String lvchange(DiskState state) {
    return "lvchange -y "
        + pick(
            "-pr",
            "-prw",
            "--addtag t1",
            "--addtag t2",
            "--deltag t1",
            "-Cy",
            "-Cn",
            "-ky",
            "-kn",
            "--alloc cling",
            "-r 128",
            "-r auto",
            "--setautoactivation n",
            "--setautoactivation y")
        + " "
        + (random.nextInt(5) == 0 ? vg(state) : lv(state));
  }

  private String vgchange(DiskState state) {
    return "vgchange "
        + pick(
            "-l 5",
            "-l 0",
            "-p 4",
            "-p 0",
            "-xn",
            "-xy",
            "--addtag t1",
            "--deltag t1",
            "-u",
            "-s 1m",
            "-s 4m",
            "-s 2m",
            "--alloc " + pick(POLICIES),
            "--vgmetadatacopies all",
            "--setautoactivation n",
            "--setautoactivation y")
        + " "
        + vg(state);
  }

  private String rename(DiskState state) {
    if (random.nextInt(3) == 0) {
      return "vgrename " + vg(state) + " " + name("vg", 4);
    }
    return "lvrename " + lv(state) + " " + name("lv", 12);
  }

  private String report(DiskState state) {
    return pick(
        "pvs -o+pv_uuid,pv_mda_free,pv_used --units " + pick(UNITS.subList(0, 5)),
        "pvs --segments -o+lv_name,seg_start_pe",
        "vgs -o+vg_extent_size,vg_free_count,vg_tags " + maybe(vg(state), 2),
        "lvs -a -o+devices,seg_pe_ranges,lv_tags " + maybe(vg(state), 3),
        "lvs --segments -S seg_size>" + size(),
        "lvs -O -size,name --reportformat json --config log/report_command_log=0",
        "lvdisplay -m " + lv(state),
        "vgdisplay -v " + vg(state),
        "pvdisplay -m " + disks(1),
        "pvscan",
        "vgck " + vg(state),
        "pvck " + disks(1));
  }

  private String vgOptions() {
    return maybe(" -s " + pick("1m", "2m", "4m", "128k", "3m", "1k"), 2)
        + maybe(" -l " + random.nextInt(6), 10)
        + maybe(" -p " + random.nextInt(6), 10)
        + maybe(" --alloc " + pick(POLICIES), 8)
        + maybe(" --addtag t1", 6)
        + layout();
  }

  private String layout() {
    return maybe(" --pvmetadatacopies " + random.nextInt(3), 6)
        + maybe(" --dataalignment " + pick("1m", "64k", "2m", "3k"), 8)
        + maybe(" --metadatasize " + pick("512k", "2m", "64k"), 10);
  }

  private String size() {
    int number = random.nextInt(6) == 0 ? random.nextInt(200) : 1 + random.nextInt(24);
    String unit = random.nextInt(3) > 0 ? "m" : pick(UNITS);
    return (random.nextInt(10) == 0 ? number + ".5" : "" + number) + unit;
  }

  private String extents(String... relative) {
    return random.nextInt(4) == 0
        ? (1 + random.nextInt(10)) * 10 + pick(relative)
        : String.valueOf(1 + random.nextInt(12));
  }

  private String ranges() {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      text.append(text.isEmpty() ? "" : " ").append(disk());
      for (int j = random.nextInt(3); j > 0; j--) {
        int first = random.nextInt(20);
        text.append(':').append(first).append('-');
        text.append(random.nextInt(3) == 0 ? "" : String.valueOf(first + random.nextInt(8)));
      }
    }
    return text.toString();
  }

  private String vg(DiskState state) {
    List<String> known = state.volumeGroups();
    return known.isEmpty() || random.nextInt(8) == 0 ? name("vg", 4) : pick(known);
  }

  private String lv(DiskState state) {
    List<String> known = state.logicalVolumes();
    return known.isEmpty() || random.nextInt(10) == 0
        ? vg(state) + "/" + name("lv", 12)
        : pick(known);
  }
}
