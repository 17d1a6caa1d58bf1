package org.jlvm.system;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The names on the disks, as their metadata text has them.
 *
 * @param logicalVolumes each as {@code vg/lv}
 */
record DiskState(List<String> volumeGroups, List<String> logicalVolumes) {

  static DiskState of(Collection<LoopDisks.LoopDisk> disks) {
    TreeSet<String> groups = new TreeSet<>();
    TreeSet<String> volumes = new TreeSet<>();
    for (LoopDisks.LoopDisk disk : disks) {
      collect(DiskDump.of(disk.image()), groups, volumes);
    }
    return new DiskState(List.copyOf(groups), List.copyOf(volumes));
  }

  private static void collect(List<String> lines, TreeSet<String> groups, TreeSet<String> volumes) {
    List<String> path = new ArrayList<>();
    for (String line : lines) {
      if (line.endsWith(" {")) {
        path.add(line.strip().replace(" {", ""));
        if (path.size() == 1) {
          groups.add(path.get(0));
        } else if (path.size() == 3 && path.get(1).equals("logical_volumes")) {
          volumes.add(path.get(0) + "/" + path.get(2));
        }
      } else if (line.strip().equals("}") && !path.isEmpty()) {
        path.remove(path.size() - 1);
      }
    }
  }
}
