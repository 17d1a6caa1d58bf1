package org.jlvm.core.report.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.report.lvm.PvFacts;
import org.jlvm.core.report.lvm.PvRun;
import org.jlvm.core.report.lvm.VgFacts;

/** {@code pvdisplay}. */
public final class PvDisplay {
  /** Bits that lvm2 keeps for PVs, shown by the colon form. */
  private static final int EXPORTED_BIT = 2;

  private static final int ALLOCATABLE_BIT = 8;
  private static final int MISSING_BIT = 0x800000;

  private final Optional<VgFacts> vg;
  private final PvFacts facts;
  private final DisplayStyle style;
  private final List<String> lines = new ArrayList<>();

  private final long extentSize;
  private final long count;
  private final long used;

  /**
   * @param vg its group; empty for a PV without one
   */
  public PvDisplay(Optional<VgFacts> vg, PvFacts facts, DisplayStyle style) {
    this.vg = vg;
    this.facts = facts;
    this.style = style;
    extentSize = vg.map(group -> group.vg().extentSize().count()).orElse(0L);
    count = facts.pv().map(PhysicalVolume::peCount).orElse(0L);
    used =
        vg.isPresent() && facts.pv().isPresent()
            ? vg.get().allocatedExtents(facts.pv().get().id())
            : 0;
  }

  private boolean has(Flag flag) {
    return facts.pv().isPresent() && facts.pv().get().flags().has(flag);
  }

  private String vgName() {
    return vg.map(group -> group.vg().name().value()).orElse("");
  }

  private String id() {
    return facts.id().map(LvmId::hyphenated).orElse("none");
  }

  /** Sectors of the device as its group or its label recorded them. */
  private long recordedSectors() {
    if (facts.pv().isEmpty()) {
      return facts.orphanSectors();
    }
    long recorded = facts.pv().get().deviceSize().count();
    return recorded == 0 ? facts.deviceSectors() : recorded;
  }

  /** Sectors that are free: all of a PV without a group. */
  private long freeSectors() {
    return vg.isEmpty() ? recordedSectors() : (count - used) * extentSize;
  }

  /** {@code -s}. */
  public String capacity() {
    return "Device \"" + facts.name() + "\" has a capacity of " + style.size(freeSectors());
  }

  /** What is said before, unless the command is to be silent. */
  public List<String> introduction() {
    List<String> words = new ArrayList<>(1);
    if (has(Flag.EXPORTED)) {
      words.add(
          "Physical volume \""
              + facts.name()
              + "\" of volume group \""
              + vgName()
              + "\" is exported");
    }
    if (vg.isEmpty()) {
      words.add(
          "\""
              + facts.name()
              + "\" is a new physical volume of \""
              + style.size(freeSectors())
              + "\"");
    }
    return words;
  }

  /** {@code -c}. */
  public String colons() {
    int allocatable = has(Flag.ALLOCATABLE) ? ALLOCATABLE_BIT : 0;
    boolean missing = facts.pv().isPresent() && (facts.device().isEmpty() || has(Flag.MISSING));
    int status =
        allocatable | (has(Flag.EXPORTED) ? EXPORTED_BIT : 0) | (missing ? MISSING_BIT : 0);
    return facts.name()
        + ":"
        + vgName()
        + ":"
        + recordedSectors()
        + ":-1:"
        + status
        + ":"
        + allocatable
        + ":-1:"
        + extentSize / 2
        + ":"
        + count
        + ":"
        + (count - used)
        + ":"
        + used
        + ":"
        + id();
  }

  /** The usual display. */
  public List<String> full() {
    lines.add("--- " + (extentSize == 0 ? "NEW " : "") + "Physical volume ---");
    lines.add("PV Name               " + facts.name());
    lines.add("VG Name               " + vgName() + (has(Flag.EXPORTED) ? " (exported)" : ""));
    lines.add("PV Size               " + sizeWithUnusable());
    boolean allocatable = count > 0 && has(Flag.ALLOCATABLE);
    lines.add(
        "Allocatable           "
            + (allocatable ? "yes " + (count == used ? "(but full)" : "") : "NO"));
    lines.add(
        style.sizes().siConsistent()
            ? "PE Size               " + style.size(extentSize)
            : "PE Size (KByte)       " + extentSize / 2);
    lines.add("Total PE              " + count);
    lines.add("Free PE               " + (count - used));
    lines.add("Allocated PE          " + used);
    lines.add("PV UUID               " + id());
    lines.add(" ");
    return lines;
  }

  private String sizeWithUnusable() {
    long data = count * extentSize;
    long device = recordedSectors();
    long withStart = data + facts.peStart();
    boolean larger = device > withStart;
    String size = style.size(larger ? device : withStart);
    if (data == 0) {
      return size;
    }
    return size + " / not usable " + style.size(larger ? device - data : withStart - device);
  }

  /** As {@code vgdisplay -v} shows it. */
  public List<String> brief() {
    lines.add("PV Name               " + facts.name() + "     ");
    lines.add("PV UUID               " + id());
    lines.add("PV Status             " + (has(Flag.ALLOCATABLE) ? "" : "NOT ") + "allocatable");
    lines.add("Total PE / Free PE    " + count + " / " + (count - used));
    lines.add(" ");
    return lines;
  }

  /** {@code -m}: what lies on each run of extents. */
  public List<String> map() {
    List<String> map = new ArrayList<>();
    if (vg.isPresent() && facts.pv().isPresent()) {
      map.add("--- Physical Segments ---");
      for (PvRun run : vg.get().runs(facts.pv().get())) {
        addRun(vg.get().vg(), run, map);
      }
    }
    map.add(" ");
    return map;
  }

  private void addRun(VolumeGroup group, PvRun run, List<String> map) {
    map.add("Physical extent " + run.start() + " to " + (run.start() + run.length() - 1) + ":");
    if (run.use().isEmpty()) {
      map.add("  FREE");
      return;
    }
    Segment segment = run.use().get().segment();
    map.add(
        "  Logical volume\t"
            + style.deviceDirectory()
            + group.name()
            + "/"
            + run.use().get().lv().name());
    map.add("  Logical extents\t" + segment.start() + " to " + (segment.end() - 1));
  }
}
