package org.jlvm.core.report.lvm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.ReadAhead;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.Tag;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.raid.RaidType;
import org.jlvm.core.units.Sectors;

/** Values of {@link LvField}. */
final class LvValues {
  /** A size that is never reached: sorts read-ahead {@code auto} behind all others. */
  private static final Cell AUTO = Cell.size("auto", Double.MAX_VALUE);

  private final Rendering rendering;
  private final LiveVolumes live;

  LvValues(Rendering rendering, LiveVolumes live) {
    this.rendering = rendering;
    this.live = live;
  }

  Cell cell(LvField field, LvmRow row) {
    if (row.lv().isEmpty()) {
      return new FreeSpaceValues(rendering, live.isAvailable()).cell(field, row);
    }
    VgFacts vg = row.vg().orElseThrow();
    LogicalVolume lv = row.lv().get();
    return switch (field) {
      case LV_UUID -> Cell.text(lv.id().hyphenated());
      case LV_NAME -> name(vg, lv);
      case LV_FULL_NAME -> Cell.text(vg.vg().name() + "/" + lv.name());
      case LV_PATH -> Cell.text(path(vg, lv));
      case LV_DM_PATH -> Cell.text(dmPath(vg, lv));
      case LV_TAGS -> tags(lv.tags());
      case LV_SIZE -> rendering.size(size(vg, lv));
      case SEG_COUNT -> Cell.number(lv.segments().size());
      case LV_MAJOR -> persistent(lv.major());
      case LV_MINOR -> persistent(lv.minor());
      case LV_READ_AHEAD -> readAhead(lv);
      case LV_PROFILE -> Cell.text(lv.profile().orElse(""));
      case LV_LOCKARGS -> Cell.text(lv.lockArgs().orElse(""));
      case LV_TIME -> time(lv);
      case LV_TIME_REMOVED -> Cell.number("", 0);
      case LV_HOST -> Cell.text(lv.creation().map(LogicalVolume.Creation::host).orElse(""));
      case LV_ALLOCATION_POLICY -> Cell.text(lv.allocation().text());
      case LV_ALLOCATION_LOCKED -> rendering.flag(lv.flags().has(Flag.LOCKED), "allocation locked");
      case LV_FIXED_MINOR -> rendering.flag(lv.flags().has(Flag.FIXED_MINOR), "fixed minor");
      case LV_SKIP_ACTIVATION ->
          rendering.flag(lv.flags().has(Flag.ACTIVATION_SKIP), "skip activation");
      case LV_AUTOACTIVATION -> rendering.flag(!lv.flags().has(Flag.NOAUTOACTIVATE), "enabled");
      case LV_HISTORICAL -> rendering.flag(false, "historical");
      default -> structural(field, vg, lv);
    };
  }

  private Cell structural(LvField field, VgFacts vg, LogicalVolume lv) {
    return switch (field) {
      case LV_PARENT -> nameOf(vg, parent(vg, lv));
      case LV_LAYOUT -> list(new LvRoles(vg, lv).layout());
      case LV_ROLE -> list(new LvRoles(vg, lv).role());
      case LV_INITIAL_IMAGE_SYNC -> initialSync(vg, lv);
      case LV_IMAGE_SYNCED -> imageSynced(vg, lv);
      case LV_MERGING -> merging(vg, lv);
      case LV_CONVERTING -> rendering.flag(vg.kind(lv).isConverting(), "converting");
      case LV_ACTIVE -> active(vg, lv, "active");
      case LV_ACTIVE_LOCALLY -> active(vg, lv, "active locally");
      case LV_ACTIVE_REMOTELY -> activeRemotely(vg);
      case LV_ACTIVE_EXCLUSIVELY -> active(vg, lv, "active exclusively");
      case ORIGIN -> nameOf(vg, origin(vg, lv));
      case ORIGIN_UUID -> idOf(origin(vg, lv));
      case ORIGIN_SIZE -> originSize(vg, lv);
      case LV_ANCESTORS, LV_FULL_ANCESTORS -> list(ancestors(vg, lv));
      case LV_DESCENDANTS, LV_FULL_DESCENDANTS -> list(descendants(vg, lv));
      case MOVE_PV -> Cell.text(movedPv(vg, lv).map(pv -> pvName(vg, pv)).orElse(""));
      case MOVE_PV_UUID -> Cell.text(movedPv(vg, lv).map(pv -> pv.pv().hyphenated()).orElse(""));
      case CONVERT_LV -> nameOf(vg, vg.kind(lv).conversionLayer());
      case CONVERT_LV_UUID -> idOf(vg.kind(lv).conversionLayer());
      case MIRROR_LOG -> nameOf(vg, mirrorLog(vg, lv));
      case MIRROR_LOG_UUID -> idOf(mirrorLog(vg, lv));
      case LV_MODULES -> list(sorted(modules(vg, lv)));
      case RAID_MISMATCH_COUNT, RAID_SYNC_ACTION -> raidState(field, vg, lv);
      case RAID_WRITE_BEHIND, RAID_MIN_RECOVERY_RATE, RAID_MAX_RECOVERY_RATE ->
          raidSetting(field, lv);
      case RAIDINTEGRITYBLOCKSIZE, WRITECACHE_BLOCK_SIZE -> Cell.number(-1);
      case LV_METADATA_SIZE, INTEGRITYMISMATCHES -> Cell.UNDEFINED;
      // Pools and caches are not understood yet.
      default -> Cell.EMPTY;
    };
  }

  private Cell list(List<String> items) {
    return Cell.list(items, rendering.listSeparator());
  }

  Cell tags(List<Tag> tags) {
    List<String> names = new ArrayList<>(tags.size());
    for (Tag tag : tags) {
      names.add(tag.value());
    }
    return list(sorted(names));
  }

  private static List<String> sorted(List<String> names) {
    if (names.size() > 1) {
      names.sort(null);
    }
    return names;
  }

  private Cell name(VgFacts vg, LogicalVolume lv) {
    String name = lv.name().value();
    return rendering.marksHidden() && !vg.isVisible(lv)
        ? Cell.text('[' + name + ']', name)
        : Cell.text(name);
  }

  private Cell nameOf(VgFacts vg, Optional<LogicalVolume> lv) {
    return lv.isPresent() ? name(vg, lv.get()) : Cell.EMPTY;
  }

  private static Cell idOf(Optional<LogicalVolume> lv) {
    return lv.isPresent() ? Cell.text(lv.get().id().hyphenated()) : Cell.EMPTY;
  }

  private String path(VgFacts vg, LogicalVolume lv) {
    return vg.isVisible(lv) ? rendering.deviceDirectory() + vg.vg().name() + '/' + lv.name() : "";
  }

  private String dmPath(VgFacts vg, LogicalVolume lv) {
    return rendering.deviceDirectory()
        + "mapper/"
        + vg.vg().name().value().replace("-", "--")
        + '-'
        + lv.name().value().replace("-", "--");
  }

  /** Sectors without the room that a reshape keeps. */
  static long size(VgFacts vg, LogicalVolume lv) {
    long extents = lv.extentCount();
    if (!lv.segments().isEmpty() && lv.firstSegment().head().reshapeLength() > 0) {
      LvKind kind = vg.kind(lv);
      if (kind.part() != LvKind.Part.RAID_IMAGE) {
        int areas = lv.firstSegment().areas().size();
        int parity = lv.firstSegment() instanceof RaidSegment raid ? raid.type().parityImages() : 0;
        extents -= lv.firstSegment().head().reshapeLength() * (areas > 2 ? areas - parity : 1);
      }
    }
    return extents * vg.vg().extentSize().count();
  }

  private static Cell persistent(OptionalInt number) {
    return Cell.number(number.orElse(-1));
  }

  private Cell readAhead(LogicalVolume lv) {
    if (lv.readAhead() instanceof ReadAhead.Fixed fixed) {
      return rendering.size(fixed.sectors().count());
    }
    return lv.readAhead() instanceof ReadAhead.None ? rendering.size(0) : AUTO;
  }

  private Cell time(LogicalVolume lv) {
    long seconds = lv.creation().map(LogicalVolume.Creation::time).orElse(0L);
    String shown =
        seconds == 0 ? "" : TimeFormat.format(seconds, rendering.timeFormat(), rendering.zone());
    return Cell.number(shown, seconds);
  }

  /** Of a part of a mirror or array, the whole. */
  private static Optional<LogicalVolume> parent(VgFacts vg, LogicalVolume lv) {
    if (vg.isVisible(lv)) {
      return Optional.empty();
    }
    LvKind kind = vg.kind(lv);
    return kind.part() == LvKind.Part.NONE ? Optional.empty() : kind.user();
  }

  private Cell initialSync(VgFacts vg, LogicalVolume lv) {
    LvKind kind = vg.kind(lv);
    boolean synced = (kind.isRaid() || kind.isMirrored()) && !lv.flags().has(Flag.NOTSYNCED);
    return rendering.flag(synced, "initial image sync");
  }

  private Cell imageSynced(VgFacts vg, LogicalVolume lv) {
    LvKind kind = vg.kind(lv);
    boolean isImage =
        kind.part() == LvKind.Part.RAID_IMAGE || kind.part() == LvKind.Part.MIRROR_IMAGE;
    return rendering.flag(isImage && LvSync.isImageSynced(vg, lv, kind, live), "image synced");
  }

  private Cell merging(VgFacts vg, LogicalVolume lv) {
    LvKind kind = vg.kind(lv);
    return rendering.flag(
        kind.isOrigin() ? kind.isMergingOrigin() : kind.isMergingCow(), "merging");
  }

  private Cell active(VgFacts vg, LogicalVolume lv, String word) {
    return live.isAvailable()
        ? rendering.flag(live.device(vg.state(), lv).exists(), word)
        : rendering.unknownFlag();
  }

  private Cell activeRemotely(VgFacts vg) {
    return live.isAvailable() && !VgValues.isShared(vg.vg())
        ? rendering.flag(false, "active remotely")
        : rendering.unknownFlag();
  }

  private static Optional<LogicalVolume> origin(VgFacts vg, LogicalVolume lv) {
    return vg.kind(lv).isCow()
        ? vg.relations()
            .snapshotOfCow(lv.id())
            .map(snapshot -> vg.vg().lv(snapshot.segment().origin()))
        : Optional.empty();
  }

  private Cell originSize(VgFacts vg, LogicalVolume lv) {
    LvKind kind = vg.kind(lv);
    Sectors extent = vg.vg().extentSize();
    if (kind.isCow()) {
      LvRelations.Snapshot snapshot = vg.relations().snapshotOfCow(lv.id()).orElseThrow();
      return rendering.size(snapshot.hidden().size(extent).count());
    }
    return kind.isOrigin() ? rendering.size(lv.size(extent).count()) : Cell.size("", 0);
  }

  private static List<String> ancestors(VgFacts vg, LogicalVolume lv) {
    List<String> names = new ArrayList<>(1);
    Optional<LogicalVolume> next = origin(vg, lv);
    while (next.isPresent()) {
      names.add(next.get().name().value());
      next = origin(vg, next.get());
    }
    return names;
  }

  private static List<String> descendants(VgFacts vg, LogicalVolume lv) {
    List<String> names = new ArrayList<>();
    for (LvRelations.Snapshot snapshot : vg.relations().snapshotsOf(lv.id())) {
      LogicalVolume store = vg.vg().lv(snapshot.segment().cow());
      names.add(store.name().value());
      names.addAll(descendants(vg, store));
    }
    return names;
  }

  /** Where a move takes its extents from; the leg of one of all or nothing is a volume. */
  private static Optional<Area.OnPv> movedPv(VgFacts vg, LogicalVolume lv) {
    for (Segment segment : lv.segments()) {
      if (segment instanceof MirrorSegment mirror && mirror.isMove()) {
        Area from = mirror.areas().get(0);
        if (from instanceof Area.OnLv leg) {
          from = vg.vg().lv(leg.lv()).firstSegment().areas().get(0);
        }
        return from instanceof Area.OnPv onPv ? Optional.of(onPv) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private String pvName(VgFacts vg, Area.OnPv area) {
    return rendering.deviceName(vg.state(), area.pv());
  }

  private static Optional<LogicalVolume> mirrorLog(VgFacts vg, LogicalVolume lv) {
    for (Segment segment : lv.segments()) {
      if (segment instanceof MirrorSegment mirror && mirror.log().isPresent()) {
        return mirror.log().map(vg.vg()::lv);
      }
    }
    return Optional.empty();
  }

  /** Kernel modules of a volume and all that it is made of or that hangs on it. */
  private static List<String> modules(VgFacts vg, LogicalVolume lv) {
    Set<String> modules = new LinkedHashSet<>();
    addModules(vg, lv, modules);
    return new ArrayList<>(modules);
  }

  private static void addModules(VgFacts vg, LogicalVolume lv, Set<String> modules) {
    LvRelations relations = vg.relations();
    if (relations.isCow(lv.id())) {
      modules.add("snapshot");
    }
    for (LvRelations.Snapshot snapshot : relations.snapshotsOf(lv.id())) {
      addModules(vg, vg.vg().lv(snapshot.segment().cow()), modules);
    }
    for (Segment segment : lv.segments()) {
      String type = segment.type() instanceof RaidType ? "raid" : segment.displayName();
      if (!type.equals("linear") && !type.equals("striped")) {
        modules.add(type);
      }
      for (Area area : segment.areas()) {
        if (area instanceof Area.OnLv onLv) {
          addModules(vg, vg.vg().lv(onLv.lv()), modules);
        }
      }
    }
    mirrorLog(vg, lv).ifPresent(log -> addModules(vg, log, modules));
  }

  private Cell raidState(LvField field, VgFacts vg, LogicalVolume lv) {
    boolean isCount = field == LvField.RAID_MISMATCH_COUNT;
    Cell none = isCount ? Cell.UNDEFINED : Cell.EMPTY;
    if (!live.isAvailable() || !vg.kind(lv).isRaid()) {
      return none;
    }
    Optional<TargetState> target = live.target(vg.state(), lv, lv.firstSegment());
    if (target.isEmpty() || !(target.get() instanceof TargetState.Raid raid)) {
      return none;
    }
    return isCount ? Cell.number(raid.mismatches()) : Cell.text(raid.action());
  }

  private static Cell raidSetting(LvField field, LogicalVolume lv) {
    if (lv.segments().isEmpty() || !(lv.firstSegment() instanceof RaidSegment raid)) {
      return Cell.UNDEFINED;
    }
    long value =
        switch (field) {
          case RAID_WRITE_BEHIND -> raid.settings().writeBehind();
          case RAID_MIN_RECOVERY_RATE -> raid.settings().minRecoveryRate();
          default -> raid.settings().maxRecoveryRate();
        };
    return value == 0 ? Cell.UNDEFINED : Cell.number(value);
  }
}
