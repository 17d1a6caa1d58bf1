package org.jlvm.system;

import java.util.List;

/**
 * Makes up commands about mirrors and RAID1 volumes of one group: where their copies and logs go
 * when they are made, resized and converted. The same seed and the same answers from the disks give
 * the same commands.
 */
final class RedundantCommands extends RandomChoice {
  private static final List<String> POLICIES =
      List.of("normal", "contiguous", "cling", "anywhere", "inherit", "cling_by_tags");

  RedundantCommands(long seed, int diskCount) {
    super(seed, diskCount);
  }

  /** The next command for disks that hold {@code state}. */
  String next(DiskState state) {
    if (state.volumeGroups().isEmpty()) {
      return "vgcreate -y -s "
          + pick("1m", "512k", "2m", "4m", "1m")
          + maybe(" --alloc " + pick(POLICIES), 6)
          + " vg "
          + allDisks();
    }
    List<String> volumes = state.logicalVolumes().stream().filter(lv -> !isPart(lv)).toList();
    if (volumes.isEmpty()) {
      return lvcreate();
    }
    String lv = random.nextInt(12) == 0 ? pick(state.logicalVolumes()) : pick(volumes);
    int kind = random.nextInt(20);
    return switch (kind) {
      case 0, 1, 2, 3, 4, 5 -> lvcreate();
      case 6, 7, 8, 9 -> resize(lv);
      case 10, 11, 12, 13, 14 -> lvconvert(lv);
      case 15, 16 -> "lvremove -y " + lv;
      case 17 ->
          "pvchange "
              + pick("-xn", "-xy", "--addtag t1", "--addtag t2", "--deltag t1")
              + " "
              + disks(1);
      case 18 ->
          pick("lvchange -y ", "lvchange ")
              + pick("--alloc " + pick(POLICIES), "-Cy", "-Cn", "--addtag t1")
              + " "
              + lv;
      default -> "lvs -a -o+devices,seg_pe_ranges,region_size,copy_percent vg";
    };
  }

  private static boolean isPart(String lv) {
    return lv.contains("_mimage")
        || lv.contains("_mlog")
        || lv.contains("_rimage")
        || lv.contains("_rmeta");
  }

  private String lvcreate() {
    String type = pick("mirror", "raid1", "mirror", "raid1", "striped");
    if (type.equals("striped")) {
      return "lvcreate -y -n " + name("lv", 9) + amount() + stripes() + alloc() + " vg" + places(3);
    }
    String copies = " -m " + (random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3));
    return "lvcreate -y --type "
        + type
        + maybe(copies, 1)
        + maybe(log(), type.equals("mirror") ? 2 : 20)
        + maybe(" --nosync", 6)
        + maybe(region(), 4)
        + (type.equals("mirror") ? stripes() : "")
        + " -n "
        + name("lv", 9)
        + amount()
        + alloc()
        + " vg"
        + places(3);
  }

  private String stripes() {
    return random.nextInt(6) == 0
        ? " -i " + (1 + random.nextInt(3)) + maybe(" -I " + pick("4k", "64k", "128k"), 2)
        : "";
  }

  private String log() {
    return " --mirrorlog " + pick("core", "disk", "disk", "mirrored");
  }

  private String region() {
    return " -R " + pick("512k", "1m", "2m", "64k", "4m", "16m", "3m");
  }

  private String alloc() {
    return maybe(" --alloc " + pick(POLICIES), 4);
  }

  private String amount() {
    return switch (random.nextInt(6)) {
      case 0 -> " -L " + (1 + random.nextInt(20)) + "m";
      case 1 -> " -l " + (1 + random.nextInt(10)) * 10 + pick("%VG", "%FREE", "%PVS");
      default -> " -l " + (1 + random.nextInt(20));
    };
  }

  private String resize(String lv) {
    String sign = pick("+", "+", "-", "");
    return pick("lvextend", "lvreduce", "lvresize", "lvextend")
        + " -y"
        + (random.nextInt(5) == 0
            ? " -l " + sign + (1 + random.nextInt(10)) * 10 + pick("%VG", "%FREE", "%LV", "%PVS")
            : " -l " + sign + (1 + random.nextInt(20)))
        + maybe(" --nosync", 12)
        + maybe(" -m " + random.nextInt(4), 16)
        + maybe(stripes(), 2)
        + alloc()
        + " "
        + lv
        + places(4);
  }

  private String lvconvert(String lv) {
    String what =
        switch (random.nextInt(6)) {
          case 0 -> " -m " + random.nextInt(4);
          case 1 -> " -m " + pick("+1", "-1", "+2", "-2");
          case 2 -> " --type " + pick("mirror", "raid1", "linear") + maybe(" -m " + count(), 2);
          case 3 -> log();
          case 4 -> region();
          default -> " --type " + pick("mirror", "raid1") + " -m " + count() + maybe(log(), 3);
        };
    return "lvconvert -y" + what + maybe(region(), 8) + alloc() + " " + lv + places(4);
  }

  private String count() {
    return String.valueOf(random.nextInt(4));
  }

  private String allDisks() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < diskCount; i++) {
      text.append(i == 0 ? "" : " ").append("/dev/sd").append((char) ('a' + i));
    }
    return text.toString();
  }

  /** Where extents may go, in one of {@code oneIn} cases. */
  private String places(int oneIn) {
    if (random.nextInt(oneIn) > 0) {
      return "";
    }
    if (random.nextInt(5) == 0) {
      return " @t" + (1 + random.nextInt(2));
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      text.append(' ').append(disk());
      for (int j = random.nextInt(2); j > 0; j--) {
        int first = random.nextInt(30);
        text.append(':').append(first).append('-');
        text.append(random.nextInt(3) == 0 ? "" : String.valueOf(first + random.nextInt(15)));
      }
    }
    return text.toString();
  }
}
