package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.UnknownEntries;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.units.Sectors;

/** Builds groups with physical volumes named by letters, and tells extents as {@code a:0-9}. */
final class TestGroup {
  private final Map<String, PhysicalVolume> pvs = new LinkedHashMap<>();
  private final List<LogicalVolume> lvs = new ArrayList<>();
  private int ids;

  TestGroup pv(String name, long extents, String... tags) {
    List<Tag> all = new ArrayList<>();
    for (String tag : tags) {
      all.add(new Tag(tag));
    }
    pvs.put(
        name,
        new PhysicalVolume(
            newId(),
            "/dev/" + name,
            Optional.empty(),
            Flags.of(Flags.Owner.PV, Flag.ALLOCATABLE),
            all,
            Sectors.ZERO,
            Sectors.of(2048),
            extents,
            Optional.empty(),
            UnknownEntries.NONE));
    return this;
  }

  TestGroup unallocatable(String name) {
    pvs.computeIfPresent(name, (same, pv) -> pv.withFlag(Flag.ALLOCATABLE, false));
    return this;
  }

  private LvmId newId() {
    StringBuilder id = new StringBuilder("000000");
    for (int i = 0; i < 26; i++) {
      id.append((char) ('a' + (ids >> (i * 3) & 7)));
    }
    ids++;
    return new LvmId(id.toString());
  }

  LvmId id(String name) {
    return pvs.get(name).id();
  }

  /** A volume whose segments are given by their areas: {@code a:0-9} or {@code a:0-4 b:0-4}. */
  TestGroup lv(String name, String... segments) {
    List<Segment> all = new ArrayList<>();
    long start = 0;
    for (String text : segments) {
      List<Area> areas = new ArrayList<>();
      long length = 0;
      for (String area : text.split(" ")) {
        String[] part = area.split("[:-]");
        areas.add(new Area.OnPv(id(part[0]), Long.parseLong(part[1])));
        length += Long.parseLong(part[2]) - Long.parseLong(part[1]) + 1;
      }
      Sectors stripe = areas.size() == 1 ? Sectors.ZERO : Sectors.of(128);
      all.add(new StripedSegment(SegmentHead.of(start, length), areas, stripe));
      start += length;
    }
    lvs.add(new LogicalVolume.Builder(newId(), new LvName(name)).segments(all).build());
    return this;
  }

  VolumeGroup build() {
    return new VolumeGroup.Builder(new VgName("vg"), newId(), Sectors.of(8192))
        .pvs(List.copyOf(pvs.values()))
        .lvs(lvs)
        .build();
  }

  LogicalVolume newLv() {
    return new LogicalVolume.Builder(newId(), new LvName("new")).build();
  }

  /** The segments of a volume, each as {@link #lv} takes them. */
  List<String> segments(LogicalVolume lv) {
    List<String> all = new ArrayList<>();
    for (Segment segment : lv.segments()) {
      List<String> areas = new ArrayList<>();
      for (Area area : segment.areas()) {
        Area.OnPv onPv = (Area.OnPv) area;
        areas.add(text(new PvExtents(onPv.pv(), onPv.extent(), segment.areaLength())));
      }
      all.add(String.join(" ", areas));
    }
    return all;
  }

  String text(PvExtents extents) {
    for (Map.Entry<String, PhysicalVolume> pv : pvs.entrySet()) {
      if (pv.getValue().id().equals(extents.pv())) {
        return pv.getKey() + ":" + extents.start() + "-" + (extents.start() + extents.length() - 1);
      }
    }
    throw new IllegalArgumentException("no PV " + extents.pv());
  }

  PvChoice only(String name, long first, long last) {
    return new PvChoice(id(name), List.of(new ExtentRange(first, last - first + 1)));
  }
}
