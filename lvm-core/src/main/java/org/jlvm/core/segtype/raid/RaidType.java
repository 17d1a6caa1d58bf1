package org.jlvm.core.segtype.raid;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.SegmentSink;
import org.jlvm.core.model.SegmentSource;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.segtype.raid.RaidSegment.RaidSettings;
import org.jlvm.core.units.Sectors;

/**
 * One RAID level: keys {@code device_count} (raid0: {@code stripe_count}), {@code data_copies},
 * {@code region_size}, {@code stripe_size}, ..., and {@code raids} (raid0: {@code raid0_lvs}).
 */
public final class RaidType implements SegmentType {
  public static final RaidType RAID1 = new RaidType("raid1", Data.ONE, 0);

  /** Every level and layout that lvm2 writes (lib/metadata/segtype.h). */
  public static final List<RaidType> LEVELS =
      List.of(
          RAID1,
          new RaidType("raid0", Data.ALL_BUT_PARITY, 0),
          new RaidType("raid0_meta", Data.ALL_BUT_PARITY, 0),
          new RaidType("raid10", Data.BY_COPIES, 0),
          new RaidType("raid10_near", Data.BY_COPIES, 0),
          new RaidType("raid4", Data.ALL_BUT_PARITY, 1),
          new RaidType("raid5", Data.ALL_BUT_PARITY, 1),
          new RaidType("raid5_n", Data.ALL_BUT_PARITY, 1),
          new RaidType("raid5_la", Data.ALL_BUT_PARITY, 1),
          new RaidType("raid5_ra", Data.ALL_BUT_PARITY, 1),
          new RaidType("raid5_ls", Data.ALL_BUT_PARITY, 1),
          new RaidType("raid5_rs", Data.ALL_BUT_PARITY, 1),
          new RaidType("raid6", Data.ALL_BUT_PARITY, 2),
          new RaidType("raid6_zr", Data.ALL_BUT_PARITY, 2),
          new RaidType("raid6_nr", Data.ALL_BUT_PARITY, 2),
          new RaidType("raid6_nc", Data.ALL_BUT_PARITY, 2),
          new RaidType("raid6_n_6", Data.ALL_BUT_PARITY, 2),
          new RaidType("raid6_ls_6", Data.ALL_BUT_PARITY, 2),
          new RaidType("raid6_rs_6", Data.ALL_BUT_PARITY, 2),
          new RaidType("raid6_la_6", Data.ALL_BUT_PARITY, 2),
          new RaidType("raid6_ra_6", Data.ALL_BUT_PARITY, 2));

  private enum Data {
    ONE,
    ALL_BUT_PARITY,
    BY_COPIES
  }

  private final String name;
  private final Data data;
  private final int parityImages;

  private RaidType(String name, Data data, int parityImages) {
    this.name = name;
    this.data = data;
    this.parityImages = parityImages;
  }

  @Override
  public String name() {
    return name;
  }

  public int parityImages() {
    return parityImages;
  }

  private boolean isRaid0() {
    return name.startsWith("raid0");
  }

  /** How many images' worth of data an array of that many images holds, 1 or more. */
  long dataImages(int images, OptionalLong copies) {
    return switch (data) {
      case ONE -> 1;
      case ALL_BUT_PARITY -> Math.max(1, images - parityImages);
      case BY_COPIES -> Math.max(1, images / Math.max(1, copies.orElse(2)));
    };
  }

  @Override
  public Segment read(SegmentHead head, SegmentSource source) {
    boolean devices = source.has("device_count");
    if (devices && source.has("stripe_count")) {
      throw new IllegalArgumentException("only one of device_count and stripe_count is allowed");
    }
    long count = source.number(devices ? "device_count" : "stripe_count");
    RaidSettings settings =
        new RaidSettings(
            Sectors.of(source.findNumber("region_size").orElse(0)),
            Sectors.of(source.findNumber("stripe_size").orElse(0)),
            source.findNumber("data_copies"),
            source.findNumber("writebehind").orElse(0),
            source.findNumber("min_recovery_rate").orElse(0),
            source.findNumber("max_recovery_rate").orElse(0),
            source.findNumber("data_offset"));
    List<Area> images = new ArrayList<>();
    List<LvmId> metadataLvs = new ArrayList<>();
    for (LvmId lv : source.lvList(listKey())) {
      if (source.nameOf(lv).contains("_rmeta_")) {
        metadataLvs.add(lv);
      } else {
        images.add(new Area.OnLv(lv, 0));
      }
    }
    if (images.size() != count) {
      throw new IllegalArgumentException(
          "Incorrect number of areas in area array: " + images.size() + " instead of " + count);
    }
    return new RaidSegment(head, this, images, metadataLvs, settings);
  }

  private String listKey() {
    return name.equals("raid0") ? "raid0_lvs" : "raids";
  }

  @Override
  public void write(Segment segment, SegmentSink sink) {
    RaidSegment raid = (RaidSegment) segment;
    RaidSettings settings = raid.settings();
    sink.number(isRaid0() ? "stripe_count" : "device_count", raid.areas().size());
    if (!isRaid0()) {
      settings.dataCopies().ifPresent(copies -> sink.number("data_copies", copies));
      numberUnlessZero(sink, "region_size", settings.regionSize().count());
    }
    numberUnlessZero(sink, "stripe_size", settings.stripeSize().count());
    if (!isRaid0()) {
      numberUnlessZero(sink, "writebehind", settings.writeBehind());
      numberUnlessZero(sink, "min_recovery_rate", settings.minRecoveryRate());
      numberUnlessZero(sink, "max_recovery_rate", settings.maxRecoveryRate());
      settings.dataOffset().ifPresent(offset -> sink.number("data_offset", offset));
    }
    sink.lvLines(listKey(), pairs(raid));
  }

  private static void numberUnlessZero(SegmentSink sink, String key, long value) {
    if (value != 0) {
      sink.number(key, value);
    }
  }

  private static List<List<LvmId>> pairs(RaidSegment raid) {
    List<List<LvmId>> lines = new ArrayList<>();
    for (int i = 0; i < raid.areas().size(); i++) {
      LvmId image = ((Area.OnLv) raid.areas().get(i)).lv();
      lines.add(
          raid.metadataLvs().isEmpty()
              ? List.of(image)
              : List.of(raid.metadataLvs().get(i), image));
    }
    return lines;
  }
}
