package org.jlvm.system;

import java.util.ArrayList;
import java.util.List;

/** Operands and amounts for {@link BroadCommands}. */
abstract class BroadChoice extends RandomChoice {

  BroadChoice(long seed, int diskCount) {
    super(seed, diskCount);
  }

  final String amount() {
    return random.nextBoolean()
        ? " -L " + pick("4m", "8m", "12m", "1g", "20m", "100b", "3k")
        : " -l " + pick("1", "2", "3", "5", "50%FREE", "100%VG", "20%PVS", "50%ORIGIN", "0");
  }

  final String ranges() {
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

  final String newLv(DiskState state) {
    return random.nextInt(12) == 0
        ? pick(vg(state) + "/n1", "/dev/" + vg(state) + "/n2", "pool_tdata", "a_vorigin", "x.y")
        : name("lv", 8);
  }

  final String vg(DiskState state) {
    List<String> known = state.volumeGroups();
    return known.isEmpty() || random.nextInt(10) == 0 ? name("vg", 4) : pick(known);
  }

  final String lv(DiskState state) {
    List<String> known = new ArrayList<>(state.logicalVolumes());
    return known.isEmpty() || random.nextInt(12) == 0 ? "vg0/" + name("lv", 6) : pick(known);
  }
}
