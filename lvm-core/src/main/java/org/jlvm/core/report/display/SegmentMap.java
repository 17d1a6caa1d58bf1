package org.jlvm.core.report.display;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.engine.activation.VolumeMonitor;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.report.lvm.VgFacts;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.segtype.virtual.VirtualSegment;

/** Where the segments of a volume lie: {@code lvdisplay -m}. */
final class SegmentMap {
  private final VgFacts vg;
  private final LogicalVolume lv;
  private final DisplayStyle style;
  private final List<String> lines = new ArrayList<>();

  SegmentMap(VgFacts vg, LogicalVolume lv, DisplayStyle style) {
    this.vg = vg;
    this.lv = lv;
    this.style = style;
  }

  List<String> lines() {
    lines.add("--- Segments ---");
    for (Segment segment : lv.segments()) {
      add(segment);
    }
    lines.add(" ");
    return lines;
  }

  private void add(Segment segment) {
    lines.add(
        (isVirtual() ? "Virtual" : "Logical")
            + " extents "
            + segment.start()
            + " to "
            + (segment.end() - 1)
            + ":");
    lines.add("  Type\t\t" + segment.displayName());
    if (segment instanceof StripedSegment striped) {
      addStriped(striped);
    } else if (segment instanceof MirrorSegment mirror) {
      addMonitoring();
      addMirror(mirror);
    } else if (segment instanceof RaidSegment raid) {
      addMonitoring();
      addRaid(raid);
    }
  }

  private boolean isVirtual() {
    for (Segment segment : lv.segments()) {
      if (segment instanceof VirtualSegment) {
        return true;
      }
    }
    return false;
  }

  private void addMonitoring() {
    lines.add("  Monitoring\t\t" + monitoring());
  }

  private String monitoring() {
    if (!style.monitoring()) {
      return "not enabled";
    }
    boolean active = style.live().isAvailable() && style.live().device(vg.state(), lv).exists();
    boolean watched =
        active
            && style
                .live()
                .monitor(vg.state(), lv)
                .map(VolumeMonitor.State.WATCHED::equals)
                .orElse(false);
    return !active ? "" : watched ? "monitored" : "not monitored";
  }

  private void addStriped(StripedSegment segment) {
    if (segment.areas().size() == 1) {
      addArea(segment, 0, "  ");
    } else {
      lines.add("  Stripes\t\t" + segment.areas().size());
      long sectors = segment.stripe().count();
      lines.add(
          "  Stripe size\t\t"
              + (style.sizes().siConsistent() ? style.size(sectors) : sectors / 2 + " KB"));
      for (int i = 0; i < segment.areas().size(); i++) {
        lines.add("  Stripe " + i + ":");
        addArea(segment, i, "    ");
      }
    }
    lines.add(" ");
  }

  private void addMirror(MirrorSegment segment) {
    lines.add("  Mirrors\t\t" + segment.areas().size());
    lines.add("  Mirror size\t\t" + segment.areaLength());
    if (segment.log().isPresent()) {
      lines.add("  Mirror log volume\t" + vg.vg().lv(segment.log().get()).name());
    }
    if (!segment.region().isZero()) {
      lines.add("  Mirror region size\t" + style.size(segment.region().count()));
    }
    lines.add("  Mirror original:");
    addArea(segment, 0, "    ");
    lines.add("  Mirror destinations:");
    for (int i = 1; i < segment.areas().size(); i++) {
      addArea(segment, i, "    ");
    }
    lines.add(" ");
  }

  private void addRaid(RaidSegment segment) {
    for (int i = 0; i < segment.areas().size(); i++) {
      lines.add("  Raid Data LV" + padded(i));
      addArea(segment, i, "    ");
    }
    for (int i = 0; i < segment.metadataLvs().size(); i++) {
      LogicalVolume metadata = vg.vg().lv(segment.metadataLvs().get(i));
      lines.add("  Raid Metadata LV" + padded(i) + "\t" + metadata.name());
    }
    lines.add(" ");
  }

  private static String padded(int index) {
    return index < 10 ? " " + index : String.valueOf(index);
  }

  private void addArea(Segment segment, int index, String indent) {
    Area area = segment.areas().get(index);
    String range = area.extent() + " to " + (area.extent() + segment.areaLength() - 1);
    if (area instanceof Area.OnPv onPv) {
      lines.add(indent + "Physical volume\t" + vg.state().pvName(vg.vg().pv(onPv.pv())));
      lines.add(indent + "Physical extents\t" + range);
    } else {
      LogicalVolume below = vg.vg().lv(((Area.OnLv) area).lv());
      lines.add(indent + "Logical volume\t" + below.name());
      lines.add(indent + "Logical extents\t" + range);
    }
  }
}
