package org.jlvm.core.report.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.report.lvm.PvFacts;
import org.jlvm.core.report.lvm.VgFacts;

/** The list that {@code pvscan} prints, with its sum. */
public final class PvScanLines {
  /** Room that lvm2 leaves for an id behind a name. */
  private static final int ID_ROOM = 50;

  private final DisplayStyle style;
  private final boolean briefly;
  private final boolean withIds;
  private final boolean withSizes;
  private final int nameWidth;
  private final int vgWidth;
  private final List<String> lines = new ArrayList<>();
  private int count;
  private int newCount;
  private long sectors;
  private long newSectors;

  /**
   * @param briefly names only: {@code -s}
   * @param withIds {@code -u}
   * @param withSizes format and sizes behind the group: not with {@code --allpvs}
   * @param longestName length of the longest PV name there is
   * @param longestVg length of the longest group name there is
   */
  public PvScanLines(
      DisplayStyle style,
      boolean briefly,
      boolean withIds,
      boolean withSizes,
      int longestName,
      int longestVg) {
    this.style = style;
    this.briefly = briefly;
    this.withIds = withIds;
    this.withSizes = withSizes;
    this.nameWidth = longestName + 2;
    this.vgWidth = longestVg + 2;
  }

  public void add(Optional<VgFacts> vg, PvFacts pv) {
    long free = 0;
    long size = pv.orphanSectors();
    if (vg.isPresent() && pv.pv().isPresent()) {
      PhysicalVolume member = pv.pv().get();
      long extentSize = vg.get().vg().extentSize().count();
      size = member.peCount() * extentSize;
      free = size - vg.get().allocatedExtents(member.id()) * extentSize;
    } else {
      newCount++;
      newSectors += size;
    }
    count++;
    sectors += size;
    lines.add(briefly ? pv.name() : line(vg, pv, size, free));
  }

  private String line(Optional<VgFacts> vg, PvFacts pv, long size, long free) {
    String name = "PV " + name(pv);
    if (vg.isEmpty()) {
      String start = name + "    " + padded(" ", vgWidth);
      return withSizes ? start + " lvm2 [" + style.size(size) + "]" : start;
    }
    String group = vg.get().vg().name().value();
    if (!withSizes) {
      return name + " VG " + padded(group, vgWidth);
    }
    String sizes = "[" + style.size(size) + " / " + style.size(free) + " free]";
    boolean exported = pv.pv().isPresent() && pv.pv().get().flags().has(Flag.EXPORTED);
    return exported
        ? name + "  is in exported VG " + group + " " + sizes
        : name + " VG " + padded(group, vgWidth) + " lvm2 " + sizes;
  }

  private String name(PvFacts pv) {
    if (!withIds) {
      return padded(pv.name(), nameWidth);
    }
    String id = pv.id().map(LvmId::hyphenated).orElse("");
    return padded(padded(pv.name(), nameWidth - 2) + " with UUID " + id, nameWidth + ID_ROOM);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** All lines with the sum as the last. */
  public List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    all.add(
        count == 0
            ? "No matching physical volumes found"
            : "Total: "
                + count
                + " ["
                + style.size(sectors)
                + "] / in use: "
                + (count - newCount)
                + " ["
                + style.size(sectors - newSectors)
                + "] / in no VG: "
                + newCount
                + " ["
                + style.size(newSectors)
                + "]");
    return all;
  }
}
