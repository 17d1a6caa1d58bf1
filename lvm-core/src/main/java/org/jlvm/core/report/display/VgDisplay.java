package org.jlvm.core.report.display;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.report.lvm.VgFacts;

/** {@code vgdisplay}. */
public final class VgDisplay {
  private static final int EXPORTED_BIT = 0x2;
  private static final int RESIZEABLE_BIT = 0x4;
  private static final int NOAUTOACTIVATE_BIT = 0x10;
  private static final int READ_BIT = 0x100;
  private static final int WRITE_BIT = 0x200;
  private static final int CLUSTERED_BIT = 0x400;

  private final VgFacts facts;
  private final VolumeGroup vg;
  private final DisplayStyle style;
  private final long extentSize;
  private final long count;
  private final long free;

  public VgDisplay(VgFacts facts, DisplayStyle style) {
    this.facts = facts;
    this.vg = facts.vg();
    this.style = style;
    extentSize = vg.extentSize().count();
    count = vg.extentCount();
    free = facts.freeExtents();
  }

  private boolean isReadable() {
    return vg.flags().has(Flag.READ);
  }

  private boolean isWritable() {
    return vg.flags().has(Flag.WRITE) || vg.flags().has(Flag.WRITE_LOCKED);
  }

  private int presentPvs() {
    return vg.pvs().size() - facts.state().missingPvs().size();
  }

  private int openLvs() {
    int open = 0;
    for (LogicalVolume lv : vg.lvs()) {
      if (style.live().isAvailable()
          && facts.isVisible(lv)
          && style.live().device(facts.state(), lv).isOpen()) {
        open++;
      }
    }
    return open;
  }

  /** The usual display. */
  public List<String> full() {
    List<String> lines = new ArrayList<>(24);
    lines.add("--- Volume group ---");
    lines.add("VG Name               " + vg.name());
    lines.add("System ID             " + vg.systemId().orElse(""));
    lines.add("Format                lvm2");
    lines.add("Metadata Areas        " + facts.state().areas().size());
    lines.add("Metadata Sequence No  " + vg.seqno());
    lines.add("VG Access             " + access("read/write", "read", "write", "error"));
    lines.add(
        "VG Status             "
            + (vg.isExported() ? "exported/" : "")
            + (vg.isResizeable() ? "" : "NOT ")
            + "resizable");
    if (vg.flags().has(Flag.CLUSTERED)) {
      lines.add("Clustered             yes");
      lines.add("Shared                " + (vg.flags().has(Flag.SHARED) ? "yes" : "no"));
    }
    lines.add("MAX LV                " + vg.maxLv());
    lines.add("Cur LV                " + facts.visibleLvCount());
    lines.add("Open LV               " + openLvs());
    lines.add("Max PV                " + vg.maxPv());
    lines.add("Cur PV                " + vg.pvs().size());
    lines.add("Act PV                " + presentPvs());
    lines.add("VG Size               " + style.size(count * extentSize));
    lines.add("PE Size               " + style.size(extentSize));
    lines.add("Total PE              " + count);
    lines.add(
        "Alloc PE / Size       "
            + (count - free)
            + " / "
            + style.size((count - free) * extentSize));
    lines.add("Free  PE / Size       " + free + " / " + style.size(free * extentSize));
    lines.add("VG UUID               " + vg.id());
    lines.add(" ");
    return lines;
  }

  private String access(String both, String read, String write, String none) {
    if (isReadable()) {
      return isWritable() ? both : read;
    }
    return isWritable() ? write : none;
  }

  /** {@code -s}. */
  public String brief() {
    return "\""
        + vg.name()
        + "\" "
        + padded(style.size(count * extentSize))
        + " ["
        + padded(style.size((count - free) * extentSize))
        + " used / "
        + style.size(free * extentSize)
        + " free]";
  }

  private static String padded(String text) {
    return text + " ".repeat(Math.max(0, 9 - text.length()));
  }

  /** {@code -c}. */
  public String colons() {
    return new StringBuilder(120)
        .append(vg.name())
        .append(':')
        .append(access("r/w", "r", "w", ""))
        .append(':')
        .append(statusBits())
        .append(":-1:")
        .append(vg.maxLv())
        .append(':')
        .append(facts.visibleLvCount())
        .append(':')
        .append(openLvs())
        .append(":-1:")
        .append(vg.maxPv())
        .append(':')
        .append(vg.pvs().size())
        .append(':')
        .append(presentPvs())
        .append(':')
        .append(count * (extentSize / 2))
        .append(':')
        .append(extentSize / 2)
        .append(':')
        .append(count)
        .append(':')
        .append(count - free)
        .append(':')
        .append(free)
        .append(':')
        .append(vg.id())
        .toString();
  }

  /** Flags as lvm2 numbers them inside. */
  private int statusBits() {
    return (vg.isExported() ? EXPORTED_BIT : 0)
        | (vg.isResizeable() ? RESIZEABLE_BIT : 0)
        | (vg.flags().has(Flag.NOAUTOACTIVATE) ? NOAUTOACTIVATE_BIT : 0)
        | (isReadable() ? READ_BIT : 0)
        | (isWritable() ? WRITE_BIT : 0)
        | (vg.flags().has(Flag.CLUSTERED) ? CLUSTERED_BIT : 0);
  }

  /** The line of {@code vgscan}. */
  public String found() {
    return "Found "
        + (vg.isExported() ? "exported " : "")
        + "volume group \""
        + vg.name()
        + "\" using metadata type lvm2";
  }
}
