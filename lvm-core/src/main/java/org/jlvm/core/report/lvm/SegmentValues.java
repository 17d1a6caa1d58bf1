package org.jlvm.core.report.lvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.engine.activation.VolumeMonitor;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.units.Sectors;

/** Values of {@link SegmentField}. */
final class SegmentValues {
  private final Rendering rendering;
  private final LvValues volumes;
  private final LiveVolumes live;

  SegmentValues(Rendering rendering, LvValues volumes, LiveVolumes live) {
    this.rendering = rendering;
    this.volumes = volumes;
    this.live = live;
  }

  Cell cell(SegmentField field, LvmRow row) {
    if (row.segment().isEmpty()) {
      return new FreeSpaceValues(rendering, live.isAvailable()).cell(field, row);
    }
    VgFacts vg = row.vg().orElseThrow();
    LogicalVolume lv = row.lv().orElseThrow();
    Segment segment = row.segment().get();
    long extentSize = vg.vg().extentSize().count();
    return switch (field) {
      case SEGTYPE -> Cell.text(segment.displayName());
      case STRIPES -> Cell.number(segment.areas().size());
      case DATA_STRIPES -> Cell.number(dataStripes(segment));
      case STRIPE_SIZE -> rendering.size(segment.stripeSize().map(Sectors::count).orElse(0L));
      case REGION_SIZE -> rendering.size(segment.regionSize().map(Sectors::count).orElse(0L));
      case CHUNK_SIZE -> rendering.size(chunk(vg, lv));
      case SEG_START -> rendering.size(segment.start() * extentSize);
      case SEG_START_PE -> Cell.number(segment.start());
      case SEG_SIZE -> rendering.size(segment.length() * extentSize);
      case SEG_SIZE_PE -> Cell.number(segment.length());
      case SEG_TAGS -> volumes.tags(segment.head().tags());
      case DEVICES -> Cell.list(places(vg, segment, Notation.START), ",");
      case SEG_PE_RANGES -> Cell.list(places(vg, segment, Notation.RANGE), " ");
      case SEG_LE_RANGES ->
          Cell.list(places(vg, segment, Notation.MARKED_RANGE), rendering.listSeparator());
      case METADATA_DEVICES -> Cell.list(metadata(vg, segment, Notation.START), ",");
      case SEG_METADATA_LE_RANGES ->
          Cell.list(metadata(vg, segment, Notation.MARKED_RANGE), rendering.listSeparator());
      case SEG_MONITOR -> Cell.text(monitor(vg, lv, segment));
      case ZERO -> rendering.unknownFlag();
      case DATA_COPIES -> Cell.number(copies(segment));
      case PARITY_CHUNKS -> parity(vg, segment);
      case RESHAPE_LEN, RESHAPE_LEN_LE -> reshape(field, vg, lv, segment);
      case DATA_OFFSET, NEW_DATA_OFFSET -> Cell.UNDEFINED;
      // Pools, caches and integrity are not understood yet.
      default -> field.type().isText() ? Cell.EMPTY : Cell.UNDEFINED;
    };
  }

  private static long dataStripes(Segment segment) {
    if (segment instanceof RaidSegment raid) {
      long stripes = raid.areas().size() - (long) raid.type().parityImages();
      return isRaid10(raid) ? stripes / Math.max(1, copies(raid)) : stripes;
    }
    return segment.areas().size();
  }

  private static boolean isRaid10(RaidSegment raid) {
    return raid.type().name().startsWith("raid10");
  }

  /** How often data are there, parity counted. */
  private static long copies(Segment segment) {
    if (!(segment instanceof RaidSegment raid)) {
      return 1;
    }
    if (raid.settings().dataCopies().orElse(0) >= 2) {
      return raid.settings().dataCopies().getAsLong();
    }
    if (isRaid10(raid)) {
      return 2;
    }
    return raid.type().name().equals("raid1")
        ? raid.areas().size()
        : raid.type().parityImages() + 1L;
  }

  private static Cell parity(VgFacts vg, Segment segment) {
    int own = segment instanceof RaidSegment raid ? raid.type().parityImages() : 0;
    long chunks = own > 0 ? own : copies(segment) - 1;
    if (chunks == 0) {
      return Cell.UNDEFINED;
    }
    return Cell.number(allImagesResilient(vg, segment) ? chunks + 1 : chunks);
  }

  private static boolean allImagesResilient(VgFacts vg, Segment segment) {
    for (Area area : segment.areas()) {
      boolean resilient =
          area instanceof Area.OnLv onLv && copies(vg.vg().lv(onLv.lv()).firstSegment()) > 1;
      if (!resilient) {
        return false;
      }
    }
    return !segment.areas().isEmpty();
  }

  private Cell reshape(SegmentField field, VgFacts vg, LogicalVolume lv, Segment segment) {
    if (!isReshapable(vg, lv, segment)) {
      return Cell.UNDEFINED;
    }
    long extents = segment.head().reshapeLength() * segment.areas().size();
    return field == SegmentField.RESHAPE_LEN_LE
        ? Cell.number(extents)
        : rendering.size(extents * vg.vg().extentSize().count());
  }

  /** An array that can change its layout, or the first segment of an image of one. */
  private static boolean isReshapable(VgFacts vg, LogicalVolume lv, Segment segment) {
    if (segment instanceof RaidSegment raid) {
      String type = raid.type().name();
      return !type.equals("raid1") && !type.startsWith("raid0");
    }
    if (segment.start() != 0 || lv.isVisible()) {
      return false;
    }
    LvKind kind = vg.kind(lv);
    return kind.part() == LvKind.Part.RAID_IMAGE
        && isReshapable(vg, kind.user().orElseThrow(), kind.user().orElseThrow().firstSegment());
  }

  private static long chunk(VgFacts vg, LogicalVolume lv) {
    Optional<LvRelations.Snapshot> snapshot = vg.relations().snapshotOfCow(lv.id());
    return snapshot.isPresent() ? snapshot.get().segment().chunk().count() : 0;
  }

  private enum Notation {
    START,
    RANGE,
    MARKED_RANGE
  }

  private List<String> places(VgFacts vg, Segment segment, Notation notation) {
    List<String> places = new ArrayList<>(segment.areas().size());
    for (Area area : segment.areas()) {
      if (area instanceof Area.OnPv onPv) {
        String device = rendering.deviceName(vg.state(), onPv.pv());
        places.add(place(device, onPv.extent(), segment.areaLength(), notation));
      } else {
        LogicalVolume below = vg.vg().lv(((Area.OnLv) area).lv());
        places.add(place(name(vg, below, notation), 0, below.extentCount(), notation));
      }
    }
    return places;
  }

  private List<String> metadata(VgFacts vg, Segment segment, Notation notation) {
    if (!(segment instanceof RaidSegment raid)) {
      return List.of();
    }
    List<String> places = new ArrayList<>(raid.metadataLvs().size());
    for (LvmId id : raid.metadataLvs()) {
      LogicalVolume below = vg.vg().lv(id);
      places.add(place(name(vg, below, notation), 0, below.extentCount(), notation));
    }
    return places;
  }

  private String name(VgFacts vg, LogicalVolume lv, Notation notation) {
    String name = lv.name().value();
    boolean marked =
        notation == Notation.MARKED_RANGE && rendering.marksHidden() && !vg.isVisible(lv);
    return marked ? '[' + name + ']' : name;
  }

  private static String place(String name, long extent, long length, Notation notation) {
    return notation == Notation.START
        ? name + '(' + extent + ')'
        : name + ':' + extent + '-' + (extent + length - 1);
  }

  private String monitor(VgFacts vg, LogicalVolume lv, Segment segment) {
    boolean monitorable =
        segment instanceof MirrorSegment
            || segment instanceof RaidSegment
            || vg.relations().isCow(lv.id());
    if (!monitorable) {
      return "";
    }
    if (!rendering.monitoring()) {
      return "not enabled";
    }
    boolean never =
        segment instanceof MirrorSegment mirror && mirror.isMove()
            || segment instanceof RaidSegment raid && raid.type().name().startsWith("raid0");
    if (never) {
      return "not monitored";
    }
    return live.isAvailable() && live.device(vg.state(), lv).exists()
        ? live.monitor(vg.state(), lv).map(SegmentValues::word).orElse("")
        : "";
  }

  private static String word(VolumeMonitor.State state) {
    return switch (state) {
      case WATCHED -> "monitored";
      case UNWATCHED -> "not monitored";
      case PENDING -> "pending";
    };
  }
}
